import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { check, generate, importPages, update } from "../../generator/index.js";
import { repository, testProject, textsBelow } from "../testProject.js";
import { Random } from "../torture/random.js";
import { served } from "./served.js";

function page(service: string, edition: string): string {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `| ${service}_${at} | Message ${at} of the ${edition} edition. |`,
  );
  return `# Codes\n\n| Error Code | Message |\n| --- | --- |\n${rows.join("\n")}\n`;
}

test("an update that is killed leaves all old or all new, once the next run has ended", async () => {
  let edition = "old";
  const services = ["ALPHA", "BETA", "GAMMA"];
  const config = JSON.stringify({ sources: { allow: ["127.0.0.1"] } });
  const cwd = await testProject({ "statusgen.config.json": config });
  for (const service of services) {
    const url = await served((_request, response) => response.end(page(service, edition)), `${service}.md`);
    await importPages({
      cwd,
      pages: [url],
      allowHttp: true,
      service: { id: service.toLowerCase(), name: service },
    });
  }
  await generate({ cwd });
  const old = await textsBelow(cwd);
  edition = "new";
  const finished = `${cwd}-new`;
  onTestFinished(() => rm(finished, { recursive: true, force: true }));
  await cp(cwd, finished, { recursive: true });
  const start = performance.now();
  await update({ cwd: finished, allowHttp: true });
  const length = performance.now() - start + 800;
  const now = await textsBelow(finished);

  const counts = { old: 0, between: 0, new: 0 };
  const random = new Random(1, 0);
  for (let run = 0; run < 30; run++) {
    await rm(cwd, { recursive: true });
    await cp(finished, cwd, { recursive: true });
    for (const [path, text] of Object.entries(old)) await cp(await asFile(text), join(cwd, path));
    const child = spawn(
      process.execPath,
      [join(repository, "generator/bin/statusgen.js"), "update", "--allow-http"],
      { cwd },
    );
    setTimeout(() => child.kill("SIGKILL"), random.below(length));
    await once(child, "exit");
    const left = await textsBelow(cwd);
    const isAll = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).every(([path, text]) => left[path] === text);
    counts[isAll(old) ? "old" : isAll(now) ? "new" : "between"]++;
    for (const service of services) {
      const spec = `spec/${service.toLowerCase()}.yaml`;
      expect([old[spec], now[spec]]).toContain(await readFile(join(cwd, spec), "utf8"));
    }
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
    expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
  }
  console.log(
    `${counts.old} runs left all old, ${counts.new} all new, ${counts.between} needed the next run`,
  );

  async function asFile(text: string): Promise<string> {
    const folder = await testProject({ file: text });
    return join(folder, "file");
  }
});

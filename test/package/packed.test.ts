import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository, run } from "../testProject.js";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const compiler = join(repository, "node_modules/typescript/bin/tsc");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stranger-"));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const packed = await run(
    npm,
    [
      "pack",
      "--ignore-scripts",
      "--json",
      "--pack-destination",
      folder,
      "--workspaces",
      "--include-workspace-root",
    ],
    { cwd: repository },
  );
  const tarballs = (JSON.parse(packed.stdout) as { filename: string }[]).map(
    ({ filename }) => `./${filename}`,
  );
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const installed = await run(npm, ["install", ...quiet, ...tarballs], { cwd: folder });
  expect(installed).toMatchObject({ exitCode: 0 });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function runModule(name: string, source: string) {
  await writeFile(join(folder, name), source);
  return run(process.execPath, [name], { cwd: folder });
}

describe("the packed otc-status-codes", () => {
  test("gives a stranger the enums, maps, guards and lookups of a service", async () => {
    const source = `
      import { ApigStatusCode, apigStatusMessages, apigStatusDescription, isApigStatusCode } from "otc-status-codes/apig";
      import { functionGraphStatusMessage } from "otc-status-codes";
      console.log(JSON.stringify([
        ApigStatusCode.NotFound, ApigStatusCode[404], apigStatusMessages[404], isApigStatusCode(404),
        isApigStatusCode("constructor"), apigStatusDescription(499) ?? null, functionGraphStatusMessage(200) ?? null,
      ]));`;
    const { stdout } = await runModule("use.js", source);
    expect(JSON.parse(stdout)).toEqual([404, "NotFound", "Not Found", true, false, null, null]);
  });

  test("has types that a stranger's strict TypeScript accepts", async () => {
    const source = `
      import { ApigStatusCode, isApigStatusCode, type ApigStatusCodeValue } from "otc-status-codes/apig";
      const status: number = JSON.parse("404");
      if (isApigStatusCode(status)) { const code: ApigStatusCode = status; const value: ApigStatusCodeValue = code; void value; }
      // @ts-expect-error 418 is not a code of this service
      const teapot: ApigStatusCodeValue = 418; void teapot;`;
    await writeFile(join(folder, "use.ts"), source);
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--ignoreConfig", "use.ts"];
    const { stdout, exitCode } = await run(process.execPath, [compiler, ...options], { cwd: folder });
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 0 });
  });

  test("ships its data as JSON, its licence, and nothing to depend on", async () => {
    const installed = join(folder, "node_modules/otc-status-codes");
    const json: unknown = JSON.parse(await readFile(join(installed, "generated/json/apig.json"), "utf8"));
    expect(json).toMatchObject({ service: { id: "apig" } });
    const manifest: unknown = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
    await expect(readFile(join(installed, "LICENSE"), "utf8")).resolves.toContain("Apache License");
    await expect(readFile(join(installed, "NOTICE"), "utf8")).resolves.toContain("Open Telekom Cloud");
  });
});

describe("the packed statusgen", () => {
  test("runs no script where it is installed, and brings the rules that its README names", async () => {
    const installed = join(folder, "node_modules/statusgen");
    const { scripts } = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as {
      scripts?: Readonly<Record<string, string>>;
    };
    expect(Object.keys(scripts ?? {})).toEqual(["prepack"]);
    await expect(readFile(join(installed, "rules.md"), "utf8")).resolves.toContain("# Rules");
  });

  test("starts a project, generates and checks it by its command", async () => {
    const npx = (...args: string[]) =>
      run(npm, ["exec", "--offline", "--", "statusgen", ...args], { cwd: folder });
    expect(await npx("init")).toMatchObject({ exitCode: 0 });
    expect(await npx("generate")).toMatchObject({ exitCode: 0 });
    expect(await npx("check")).toMatchObject({ exitCode: 0 });
    await expect(readFile(join(folder, "generated/example/index.ts"), "utf8")).resolves.toContain(
      "NotFound = 404",
    );
  });

  test("can be used from a program", async () => {
    const { stdout } = await runModule(
      "api.js",
      `import { check } from "statusgen"; console.log((await check()).exitCode);`,
    );
    expect(stdout).toBe("0\n");
  });
});

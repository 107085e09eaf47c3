import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { type Finished, repository, run, testProject } from "../testProject.js";

const { stdout: version } = await run("script", ["--version"], { cwd: repository }).catch(() => ({
  stdout: "",
}));
const hasTerminals = version.includes("util-linux");

/** Runs `statusgen init` on a terminal, and types an answer once it asks. */
function initAnswering(cwd: string, answer: string): Promise<Finished> {
  const command = `"${process.execPath}" "${join(repository, "generator/bin/statusgen.js")}" init`;
  const env = { ...process.env, TERM: "xterm", CI: "", NO_COLOR: "1" };
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd, env });
  let stdout = "";
  let isAnswered = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (isAnswered || !stdout.includes("Page: ")) return;
    isAnswered = true;
    child.stdin.write(answer);
  });
  return new Promise((resolve) => {
    child.on("close", (exitCode) => {
      resolve({ exitCode, stdout: stdout.replaceAll("\r\n", "\n"), stderr: "" });
    });
  });
}

const page = `Order Errors
============

========== ===============
Error Code Description
========== ===============
ORD.1      No such order.
========== ===============
`;

describe.skipIf(!hasTerminals)("init on a terminal (needs `script` of util-linux)", () => {
  test.each([
    ["Enter", "\r"],
    ["the end of the input", "\u0004"],
  ])("writes a starter spec on %s", async (_how, answer) => {
    const cwd = await testProject({});
    const { exitCode, stdout } = await initAnswering(cwd, answer);
    expect(stdout).toContain("Next, run: npx statusgen generate\n");
    expect(exitCode).toBe(0);
    expect(readFileSync(join(cwd, "spec/example.yaml"), "utf8")).toContain("id: example");
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0, specs: 1 });
  });

  test("imports the page that is given, and writes no starter spec", async () => {
    const cwd = await testProject({ "pages/order errors.rst": page });
    const { exitCode, stdout } = await initAnswering(cwd, "pages/order errors.rst\r");
    expect(stdout).toContain("1 spec: 1 new");
    expect(exitCode).toBe(0);
    expect(existsSync(join(cwd, "spec/example.yaml"))).toBe(false);
    expect(existsSync(join(cwd, "statusgen.config.json"))).toBe(true);
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0, specs: 1 });
  });

  test("says what is wrong with a page that cannot be read", async () => {
    const cwd = await testProject({});
    const { exitCode, stdout } = await initAnswering(cwd, "absent.rst\r");
    expect(stdout).toContain("absent.rst error unreadable-file: There is no such file.");
    expect(stdout).not.toContain("Next, run");
    expect(exitCode).toBe(2);
  });
});

import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runConfig } from "../../generator/project/ownCode/runConfig.js";
import { run, smallSpec, builtStatusgen, testProject } from "../testProject.js";

/** What `check` prints of a project with this config; it must end with exit code 2, and on one output only. */
async function refusal(files: Readonly<Record<string, string>>, prepare = async (_cwd: string) => {}) {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, ...files });
  await prepare(cwd);
  const { exitCode, stdout, stderr } = await builtStatusgen(cwd, "check");
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  expect(stdout).not.toMatch(/^ {4}at /m);
  return stdout;
}

describe("a config is refused that", () => {
  test.each([
    ["never resolves", "await new Promise(() => {}); export default {};", "it waits for a promise"],
    ["is a promise that never resolves", "export default { then() {} };", "it waits for a promise"],
    ["ends the process", "process.exit(0);", "it exits the process"],
    ["ends the process with an error", "process.exit(3);", "it exits the process"],
    ["throws a text", 'throw "no";', "it throws no"],
    ["throws null", "throw null;", "it throws null"],
    ["throws an error without a message", "throw new Error();", "it throws an error without a message"],
    [
      "throws what throws when it is looked at",
      "throw { get message() { throw 1; }, toString() { throw 2; } };",
      "it throws an object that cannot be printed",
    ],
    ["throws a very long text", 'throw "x".repeat(1e6);', `it throws ${"x".repeat(290)}`],
    ["throws an error of the system", 'require("fs").readFileSync("gone"); export default {};', "ENOENT"],
    ["rejects a promise", 'Promise.reject(new Error("later")); export default {};', "later"],
    ["has a value that throws", 'export default { get output() { throw new Error("no"); } };', "no"],
    ["has a function for a value", "export default { rules: () => 1 };", "it has a function for a value"],
    ["calls itself for ever", "const f = () => f(); f();", "Maximum call stack size exceeded"],
  ])("%s", async (_, text, reason) => {
    const stdout = await refusal({ "statusgen.config.js": text });
    expect(stdout).toContain(
      `statusgen.config.js error invalid-config: The config cannot be loaded: ${reason}`,
    );
    expect(stdout.length).toBeLessThan(1000);
  });

  test.each([
    ["tabWidth: 1e9", '"prettier.tabWidth" is not valid: use a number of at most 100.'],
    ["tabWidth: 1e300", '"prettier.tabWidth" is not valid: use a number of at most'],
    ["printWidth: Infinity", '"prettier.printWidth" is not valid: use a number.'],
    ["printWidth: NaN", '"prettier.printWidth" is not valid: use a number.'],
    ["printWidth: 10n", '"prettier.printWidth" is not valid: use a number.'],
  ])("has an absurd number: %s", async (option, message) => {
    const stdout = await refusal({ "statusgen.config.js": `export default { prettier: { ${option} } };` });
    expect(stdout).toContain(`statusgen.config.js error invalid-config: ${message}`);
  });
});

test("a config that goes on for ever is named", async () => {
  const cwd = await testProject({
    "wait.js": "setInterval(() => {}, 1e6).unref(); await new Promise(() => {}); export default {};",
    "go.js": "const go = setInterval(() => {}, 1e6); await new Promise(() => {}); export default {};",
  });
  for (const file of ["wait.js", "go.js"])
    expect(await runConfig(join(cwd, file), 1000)).toEqual({ reason: "it did not finish within 1 seconds" });
});

describe.skipIf(process.platform === "win32")("in the place of a config (needs POSIX)", () => {
  test.each(["statusgen.config.ts", "statusgen.config.json"])(
    "%s, what is no file is named",
    async (file) => {
      const places = {
        "This is not a file.": [
          (path: string) => mkdir(path),
          (path: string) => symlink("/dev/zero", path),
          (path: string) => run("mkfifo", [path], { cwd: "/" }),
        ],
        "This is a broken link.": [
          (path: string) => symlink("nowhere", path),
          (path: string) => symlink(file, path),
        ],
      };
      for (const [message, makes] of Object.entries(places))
        for (const make of makes) {
          const stdout = await refusal({}, async (cwd) => {
            await make(join(cwd, file));
          });
          expect(stdout).toContain(`${file} error invalid-config: ${message}`);
        }
    },
  );

  test("a file that is too large is not read", async () => {
    const stdout = await refusal({ "statusgen.config.json": " ".repeat(5_000_001) });
    expect(stdout).toContain("statusgen.config.json error invalid-config: The file is larger than 5 MB.");
  });
});

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CheckResult } from "../../generator/commands/check.js";
import { reportCheck } from "../../generator/cli/reportCheck.js";
import { smallSpec, statusgen, testProject } from "../testProject.js";
import { editByHand, generatedProject, replaceIn } from "./generatedProject.js";

test("up to date: one line, exit code 0", async () => {
  const cwd = await generatedProject();
  expect(await statusgen(cwd, "check")).toEqual({
    exitCode: 0,
    stdout: "1 spec: 13 files up to date.\n",
    stderr: "",
  });
});

test.each([
  ["a spec", { "spec/small.yaml": smallSpec.replace("code: 200", "code: 20") }],
  ["the config", { "spec/small.yaml": smallSpec, "statusgen.config.json": '{ "outptu": "x" }' }],
  ["the spec folder", {}],
])("where a mistake in %s leaves nothing to compare, no file is called up to date", async (_, files) => {
  const { exitCode, stdout } = await statusgen(await testProject(files), "check");
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/\n1 error; nothing was compared\.\n$/);
  expect(stdout).not.toContain("up to date");
});

test("each file is named with its difference and the command that fixes it", async () => {
  const cwd = await generatedProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.json": '{ "emitters": ["typescript"] }',
  });
  await editByHand(cwd, "generated/index.ts");
  await replaceIn(cwd, "generated/small/index.ts", "It is not there.", "It hides.");
  const { exitCode, stdout, stderr } = await statusgen(cwd, "check");
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
  const [ofIndex = "", ofSmall = ""] = stdout.split("\n\n");
  expect(ofIndex).toMatch(/^generated\/index\.ts edited by hand: .*\n {2}@@ line \d+ @@\n/);
  expect(ofIndex).toContain("\n  -edited\n");
  expect(ofSmall).toMatch(/^generated\/small\/index\.ts edited by hand: /);
  expect(ofSmall).toMatch(/\n {2}-.*It hides\..*\n/);
  expect(ofSmall).toMatch(/\n {2}\+.*It is not there\..*\n/);
  expect(ofSmall).toContain("help: Move the change to the spec, then run: npx statusgen generate");
  expect(stdout).toMatch(/\n1 spec: 2 errors; 2 files up to date\.\n$/);
});

test("of a manifest no digests are shown, and no two lines are blank one after the other", async () => {
  const spec = smallSpec.replace("title: Status Codes", `title: Codes\n  digest: sha256:${"0".repeat(64)}`);
  const cwd = await generatedProject({ "spec/small.yaml": spec });
  await replaceIn(cwd, "spec/small.yaml", "It is not there.", "It hides.");
  const { stdout } = await statusgen(cwd, "check");
  expect(stdout).toContain("error page-digest");
  expect(stdout).toMatch(/^generated\/manifest\.json stale: .*\n {2}help: /m);
  expect(stdout).not.toMatch(/"[0-9a-f]{64}"/);
  expect(stdout).not.toContain("\n\n\n");
});

test("a long difference is cut short", async () => {
  const cwd = await generatedProject();
  const lines = Array.from({ length: 100 }, (_, index) => `// ${index}\n`).join("");
  await writeFile(join(cwd, "generated/index.ts"), lines);
  const { stdout } = await statusgen(cwd, "check");
  expect(stdout).toContain("// 10\n");
  expect(stdout).not.toContain("// 50\n");
  expect(stdout).toMatch(/… \d+ more lines/);
});

test("what differs late in a long line is shown", async () => {
  const description = `${"word ".repeat(60)}end.`;
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec.replace("It worked.", description) });
  await replaceIn(cwd, "spec/small.yaml", "end.", "finish.");
  const { stdout } = await statusgen(cwd, "check");
  expect(stdout).toMatch(/\n {2}-….{20}end\..*\n {2}\+….{20}finish\./);
});

test("control characters of an edited file do not reach the terminal", async () => {
  const cwd = await generatedProject();
  await writeFile(join(cwd, "generated/index.ts"), "\u001b[2Jgone\n");
  const { stdout } = await statusgen(cwd, "check");
  expect(stdout).toContain("-U+001B[2Jgone");
  expect(stdout).not.toContain("\u001b");
});

test("a stray file is not said to be fixed by generate, which would leave it as it is", async () => {
  const cwd = await generatedProject();
  await writeFile(join(cwd, "generated/note.txt"), "");
  const { stdout } = await statusgen(cwd, "check");
  expect(stdout).toContain("generated/note.txt orphaned: ");
  expect(stdout).toContain("help: Move it out of the output folder, or remove it.");
  expect(stdout).not.toContain("npx statusgen generate");
});

test("findings come as annotations for GitHub and as JSON", async () => {
  const cwd = await generatedProject();
  await rm(join(cwd, "generated/index.ts"));
  const github = await statusgen(cwd, "check", "--format", "github");
  expect(github.exitCode).toBe(1);
  expect(github.stdout).toMatch(/^::error file=generated\/index\.ts,title=output-missing::missing: .*\n$/);
  const json = await statusgen(cwd, "check", "--format", "json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    diagnostics: [{ rule: "output-missing", file: "generated/index.ts" }],
  });
});

test("many files that are not as they should be take no time each for all others", async () => {
  const paths = Array.from({ length: 30_000 }, (_, index) => `foreign/${index}.txt`);
  const found = {
    rule: "output-orphaned",
    severity: "error",
    message: "orphaned.",
    help: "Remove it.",
  } as const;
  const result: CheckResult = {
    exitCode: 1,
    diagnostics: paths.map((path) => ({ ...found, file: `generated/${path}` })),
    sources: new Map(),
    specs: 1,
    output: "generated",
    files: paths.map((path) => ({
      get path() {
        looks++;
        return path;
      },
      state: "orphaned",
      isOwned: false,
    })),
    current: 0,
  };
  let looks = 0;
  let lines = 0;
  const write = () => {
    lines++;
  };
  const terminal = {
    write,
    writeError: write,
    writeData: write,
    color: false,
    columns: undefined,
    isInteractive: false,
  };
  await reportCheck(result, "pretty", terminal);
  expect(lines).toBeGreaterThan(30_000);
  expect(looks).toBeLessThan(10 * paths.length);
});

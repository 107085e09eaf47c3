import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lint } from "../../generator/index.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import { smallSpec, testProject } from "../testProject.js";

async function lintProject(files: Readonly<Record<string, string | Uint8Array>>) {
  const cwd = await testProject(files);
  const { diagnostics, exitCode, sources } = await lint({ cwd });
  for (const diagnostic of diagnostics) {
    // What a config throws when it is loaded is in its own words.
    if (diagnostic.rule !== "invalid-config") expectUsable(diagnostic, sources);
  }
  return { exitCode, found: diagnostics.map(({ rule, file, severity }) => [severity, rule, file].join(" ")) };
}

describe("no-spec-found", () => {
  test("says so where the spec folder does not exist", async () => {
    const { exitCode, found } = await lintProject({});
    expect(found).toEqual(["error no-spec-found spec"]);
    expect(exitCode).toBe(2);
  });

  test("says so where the spec folder has only other files", async () => {
    const { found } = await lintProject({ "spec/notes.txt": "none" });
    expect(found).toEqual(["error no-spec-found spec"]);
  });

  /** What is said in a folder of a project, with `{project}` for the project's own path. */
  async function saidIn(files: Readonly<Record<string, string>>, folder: string): Promise<string> {
    const project = await testProject(files);
    const { diagnostics } = await lint({ cwd: join(project, folder) });
    const said = diagnostics.map(({ message, help }) => `${message} ${help}`).join();
    return said.replaceAll(project, "{project}").replaceAll("\\", "/");
  }

  test("names the folder that was looked in, and how to begin", async () => {
    const said = await saidIn({}, ".");
    expect(said).toContain("no .yaml or .yml file in {project}/spec.");
    expect(said).toContain("npx statusgen init");
  });

  test("says that a config file gives the folder, and does not ask for a second config", async () => {
    const said = await saidIn({ "statusgen.config.json": '{ "spec": "codes" }' }, ".");
    expect(said).toContain("in {project}/codes, the folder set in statusgen.config.json.");
    expect(said).not.toContain("init");
  });

  test.each(["spec/small.yaml", "statusgen.config.js"])(
    "says that the project seems to be one folder up, where there is %s",
    async (file) => {
      const said = await saidIn({ [file]: smallSpec, "src/main.ts": "" }, "src");
      expect(said).toContain("in {project}/src/spec.");
      expect(said).toContain("Run this in {project}, which seems to be the project's folder.");
      expect(said).not.toContain("init");
    },
  );

  test("finds specs in folders below, with either ending", async () => {
    const { exitCode, found } = await lintProject({ "spec/below/small.yml": smallSpec });
    expect(found).toEqual([]);
    expect(exitCode).toBe(0);
  });
});

describe("not-utf8", () => {
  test.each([
    ["Latin-1", Buffer.from(smallSpec.replace("Small", "Größe"), "latin1")],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(smallSpec, "utf16le")])],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])("refuses %s", async (_kind, content) => {
    const { exitCode, found } = await lintProject({ "spec/small.yaml": content });
    expect(found).toEqual(["error not-utf8 spec/small.yaml"]);
    expect(exitCode).toBe(2);
  });

  test("takes UTF-8 with a byte order mark", async () => {
    const { found } = await lintProject({ "spec/small.yaml": `\uFEFF${smallSpec}` });
    expect(found).toEqual([]);
  });
});

describe("invalid-config", () => {
  test.each([
    ["an unknown key", "statusgen.config.json", '{ "outptu": "x" }'],
    ["an unknown rule", "statusgen.config.json", '{ "rules": { "full-stpo": "off" } }'],
    ["an unknown severity", "statusgen.config.json", '{ "rules": { "full-stop": "loud" } }'],
    ["a rule that is no lint rule", "statusgen.config.json", '{ "rules": { "duplicate-code": "off" } }'],
    ["what is not JSON", "statusgen.config.json", "{ output: x }"],
    ["an empty file", "statusgen.config.json", ""],
    ["a list", "statusgen.config.json", "[]"],
    ["a folder outside", "statusgen.config.json", '{ "output": "../elsewhere" }'],
    ["output inside the specs", "statusgen.config.json", '{ "spec": "x", "output": "x/y" }'],
    ["a config that throws", "statusgen.config.js", 'throw new Error("on purpose");'],
  ])("reports %s", async (_mistake, file, text) => {
    const { exitCode, found } = await lintProject({ [file]: text, "spec/small.yaml": smallSpec });
    expect(found).toEqual([`error invalid-config ${file}`]);
    expect(exitCode).toBe(2);
  });

  test("reports two config files", async () => {
    const { found } = await lintProject({
      "statusgen.config.js": "export default {};",
      "statusgen.config.json": "{}",
      "spec/small.yaml": smallSpec,
    });
    expect(found).toEqual(["error invalid-config statusgen.config.json"]);
  });

  test("lets a config turn a lint rule off or make it an error", async () => {
    const spec = smallSpec.replace("It worked.", "It worked");
    const withSeverity = (severity: string) =>
      lintProject({
        "statusgen.config.json": JSON.stringify({ rules: { "full-stop": severity } }),
        "spec/small.yaml": spec,
      });
    expect(await withSeverity("off")).toEqual({ exitCode: 0, found: [] });
    const asError = { exitCode: 1, found: ["error full-stop spec/small.yaml"] };
    expect(await withSeverity("error")).toEqual(asError);
  });
});

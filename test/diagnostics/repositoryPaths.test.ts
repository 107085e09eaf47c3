import { existsSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { repository, run, smallSpec, testProject } from "../testProject.js";

const faulty = smallSpec.replace("name:", "nmae:");
const page = "packages/codes/page.rst";

/** A repository in which the project is one of several packages. */
async function monorepo(): Promise<string> {
  const root = await testProject({
    "packages/codes/spec/small.yaml": faulty,
    [page]: "No table.\n",
  });
  await mkdir(join(root, ".git"));
  return root;
}

function statusgenIn(cwd: string, workspace: string, ...args: readonly string[]) {
  const bin = join(repository, "generator/bin/statusgen.js");
  return run(process.execPath, [bin, ...args], { cwd, env: { GITHUB_WORKSPACE: workspace } });
}

const commands = [["check"], ["generate"], ["lint"], ["verify"], ["import", "page.rst"]];

/** What GitHub takes a path from, by how it is told. */
const workspaces: Record<string, (root: string) => string> = {
  "the folder with .git": () => "",
  GITHUB_WORKSPACE: (root) => root,
  "the folder with .git, as GITHUB_WORKSPACE is another checkout": (root) =>
    join(root, "packages/codes/spec"),
};

describe.each(Object.entries(workspaces))("from %s", (_name, workspaceIn) => {
  test.each(commands)("every annotation of `%s` names a file of the repository", async (...args) => {
    const root = await monorepo();
    const { stdout } = await statusgenIn(
      join(root, "packages/codes"),
      workspaceIn(root),
      ...args,
      "--format",
      "github",
    );
    const files = [...stdout.matchAll(/ file=([^,:]+)/g)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  });

  test.each(commands)("every path in the SARIF of `%s` is one of the repository", async (...args) => {
    const root = await monorepo();
    const { stdout } = await statusgenIn(
      join(root, "packages/codes"),
      workspaceIn(root),
      ...args,
      "--format",
      "sarif",
    );
    const results = (JSON.parse(stdout) as Log).runs[0]?.results ?? [];
    expect(results.length).toBeGreaterThan(0);
    for (const { locations, relatedLocations = [] } of results) {
      for (const { physicalLocation } of [...(locations ?? []), ...relatedLocations]) {
        const uri = decodeURIComponent(physicalLocation?.artifactLocation?.uri ?? "");
        expect(existsSync(join(root, uri)), uri).toBe(true);
      }
    }
  });
});

test("a project that is in no repository keeps its own paths", async () => {
  const cwd = await testProject({ "spec/small.yaml": faulty });
  const { stdout } = await statusgenIn(cwd, "", "check", "--format", "github");
  expect(stdout).toContain(" file=spec/small.yaml,");
});

test("a checkout that is reached by a link has the paths of the repository", async () => {
  const root = await monorepo();
  const link = join(await testProject({}), "link");
  await symlink(root, link, "junction");
  const { stdout } = await statusgenIn(join(link, "packages/codes"), link, "check", "--format", "github");
  expect(stdout).toContain(" file=packages/codes/spec/small.yaml,");
});

test("people and programs get the paths from the working folder", async () => {
  const root = await monorepo();
  for (const format of ["pretty", "json"]) {
    const { stdout } = await statusgenIn(join(root, "packages/codes"), root, "check", "--format", format);
    expect(stdout).toMatch(/(?<!codes\/)spec\/small\.yaml/);
    expect(stdout).not.toContain("packages/codes");
  }
});

test("changes that break nothing are notices", async () => {
  const cwd = await testProject({
    "a.yaml": smallSpec,
    "b.yaml": smallSpec.replace("It worked.", "It works.").replace(/ {6}- code: 404[^]*/, ""),
  });
  const { stdout } = await statusgenIn(cwd, "", "diff", "a.yaml", "b.yaml", "--format", "github");
  const levels = stdout
    .trim()
    .split("\n")
    .map((line) => /^::(\w+) .*title=([a-z-]+)/.exec(line)?.slice(1));
  expect(levels).toEqual([
    ["error", "removed"],
    ["notice", "reworded"],
  ]);
});

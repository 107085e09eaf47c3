import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { check, generate } from "../../generator/index.js";
import { editByHand, otherSpec, replaceIn } from "../commands/generatedProject.js";
import { run, smallSpec } from "../testProject.js";
import { commitAll, git, readRecipe, recipes, testRepository } from "./recipes.js";

/** A repository of two services, with their output. */
async function committedProject(): Promise<string> {
  const cwd = await testRepository({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  await generate({ cwd });
  await commitAll(cwd);
  return cwd;
}

function editSpec(cwd: string, name = "small"): Promise<void> {
  return replaceIn(cwd, `spec/${name}.yaml`, "It is not there.", "It is gone.");
}

describe.skipIf(process.platform === "win32")("hooks (need POSIX)", () => {
  describe("pre-commit", () => {
    /** Commits what is staged, with the script as the repository's hook. */
    async function commit(cwd: string) {
      await mkdir(join(cwd, ".githooks"));
      await copyFile(join(recipes, "pre-commit"), join(cwd, ".githooks/pre-commit"));
      await git(cwd, "config", "core.hooksPath", ".githooks");
      return run("git", ["commit", "--quiet", "--message", "Edit"], { cwd });
    }

    test("stops a commit whose generated files are stale", async () => {
      const cwd = await committedProject();
      await editSpec(cwd);
      await git(cwd, "add", ".");
      const { exitCode, stdout, stderr } = await commit(cwd);
      expect(exitCode).toBe(1);
      expect(stdout + stderr).toContain("generated/small/index.ts stale");
    });

    test("stops a commit of a spec whose generated files are up to date, but not staged", async () => {
      const cwd = await committedProject();
      await editSpec(cwd);
      await generate({ cwd });
      await git(cwd, "add", "spec");
      const { exitCode, stderr } = await commit(cwd);
      expect(exitCode).toBe(1);
      expect(stderr).toContain("git add spec generated");
    });

    test("stops a commit of a new spec whose generated files are not tracked", async () => {
      const cwd = await testRepository({});
      await mkdir(join(cwd, "spec"));
      await writeFile(join(cwd, "spec/small.yaml"), smallSpec);
      await generate({ cwd });
      await git(cwd, "add", "spec");
      const { exitCode, stderr } = await commit(cwd);
      expect(exitCode).toBe(1);
      expect(stderr).toContain("git add spec generated");
    });

    test("stops a commit that removes a spec, but not what was generated from it", async () => {
      const cwd = await committedProject();
      await git(cwd, "rm", "--quiet", "spec/other.yaml");
      const { exitCode, stdout, stderr } = await commit(cwd);
      expect(exitCode).toBe(1);
      expect(stdout + stderr).toContain("generated/other/index.ts orphaned");
    });

    test("lets a commit pass whose generated files are up to date", async () => {
      const cwd = await committedProject();
      await editSpec(cwd);
      await generate({ cwd });
      await git(cwd, "add", ".");
      expect(await commit(cwd)).toMatchObject({ exitCode: 0 });
    });

    test("lets a commit of other files pass, whatever is being done to specs", async () => {
      const cwd = await committedProject();
      await editSpec(cwd);
      await editByHand(cwd, ".gitignore");
      await git(cwd, "add", ".gitignore");
      expect(await commit(cwd)).toMatchObject({ exitCode: 0 });
    });
  });

  describe("pre-commit-config.yaml", () => {
    const shape = z.object({
      repos: z.tuple([
        z.object({
          hooks: z.tuple([
            z.object({
              language: z.literal("system"),
              entry: z.string(),
              files: z.string(),
              pass_filenames: z.literal(false),
            }),
          ]),
        }),
      ]),
    });
    const [hook] = shape.parse(readRecipe("pre-commit-config.yaml")).repos[0].hooks;

    test.each([
      ["spec/small.yaml", true],
      ["generated/small/index.ts", true],
      ["statusgen.config.ts", true],
      ["src/spec/small.yaml", false],
      ["README.md", false],
    ])("runs for a change of %s: %s", (path, runs) => {
      expect(new RegExp(hook.files).test(path)).toBe(runs);
    });

    test("fails if a generated file is stale, and passes once it is up to date", async () => {
      const cwd = await committedProject();
      await editSpec(cwd);
      expect(await run("sh", ["-c", hook.entry], { cwd })).toMatchObject({ exitCode: 1 });
      await generate({ cwd });
      expect(await run("sh", ["-c", hook.entry], { cwd })).toMatchObject({ exitCode: 0 });
    });
  });

  describe("lint-staged.config.js", () => {
    /** Runs the commands for a staged file as lint-staged does: its absolute path comes last. */
    async function lintStaged(cwd: string, path: string) {
      const config: unknown = await import(pathToFileURL(join(recipes, "lint-staged.config.js")).href);
      const shape = z.object({ default: z.record(z.string(), z.array(z.string())) });
      const [commands = []] = Object.values(shape.parse(config).default);
      for (const command of commands) {
        const env = { PATH: `${join(cwd, "node_modules/.bin")}:${process.env["PATH"] ?? ""}` };
        const finished = await run("sh", ["-c", `${command} "$@"`, "sh", join(cwd, path)], { cwd, env });
        expect(finished.exitCode, finished.stderr).toBe(0);
      }
    }

    test("adds what is generated from the staged spec to the commit", async () => {
      const cwd = await committedProject();
      await editSpec(cwd);
      await git(cwd, "add", "spec");
      await lintStaged(cwd, "spec/small.yaml");
      await git(cwd, "commit", "--quiet", "--message", "Edit");
      expect(await git(cwd, "status", "--porcelain")).toBe("");
      expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
    });

    test("adds the files of a new service", async () => {
      const cwd = await testRepository({ "spec/small.yaml": smallSpec });
      await lintStaged(cwd, "spec/small.yaml");
      expect(await git(cwd, "diff", "--cached", "--name-only")).toContain("generated/small/index.ts\n");
    });
  });
});

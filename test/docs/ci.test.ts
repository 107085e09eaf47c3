import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generate } from "../../generator/index.js";
import { repository, run, smallSpec, testProject } from "../testProject.js";

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uses?: string;
}

const recipe = (name: string) => join(repository, "docs/ci", name);

/** The commands of a workflow that call statusgen, in their order. */
function statusgenSteps(name: string): (Step & { readonly run: string })[] {
  const workflow = parse(readFileSync(recipe(name), "utf8")) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  return steps.flatMap(({ run: command, ...step }) =>
    command?.includes("statusgen") ? [{ ...step, run: command }] : [],
  );
}

/** A repository with generated output, whose `npx statusgen` is the built command. */
async function project() {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await generate({ cwd });
  mkdirSync(join(cwd, "bin"));
  const npx = join(cwd, "bin/npx");
  writeFileSync(
    npx,
    `#!/bin/sh\nshift\nexec node "${join(repository, "generator/bin/statusgen.js")}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const env = { PATH: `${join(cwd, "bin")}${delimiter}${process.env["PATH"] ?? ""}`, GITHUB_WORKSPACE: "" };
  const sh = (command: string, more: Readonly<Record<string, string>> = {}) =>
    run("sh", ["-e", "-c", command], { cwd, env: { ...env, ...more } });
  await sh(
    "git init -q -b main && git config user.name Ada && git config user.email ada@example.com && echo bin >> .gitignore && git add -A && git commit -qm One",
  );
  return { cwd, sh };
}

const editSpec = (cwd: string) => {
  writeFileSync(join(cwd, "spec/small.yaml"), smallSpec.replace("It worked.", "It did work"));
};

describe.skipIf(process.platform === "win32")("the recipe", () => {
  test("check.yml passes if everything is up to date, and writes a SARIF log", async () => {
    const { cwd, sh } = await project();
    for (const { run: command } of statusgenSteps("check.yml"))
      expect(await sh(command)).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(readFileSync(join(cwd, "statusgen.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
  });

  test("check.yml fails with annotations if the output is out of date, and uploads what lint finds", async () => {
    const { cwd, sh } = await project();
    editSpec(cwd);
    const [check, lint] = statusgenSteps("check.yml");
    const checked = await sh(check?.run ?? "");
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain("::error file=generated/small/index.ts,title=output-stale::");
    expect(await sh(lint?.run ?? "")).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(cwd, "statusgen.sarif"), "utf8")).toContain('"ruleId": "full-stop"');
  });

  test("diff-comment.yml writes what changed since the base branch", async () => {
    const { cwd, sh } = await project();
    await sh("git update-ref refs/remotes/origin/main HEAD && git checkout -qb topic");
    editSpec(cwd);
    const [diff] = statusgenSteps("diff-comment.yml");
    expect(await sh(diff?.run ?? "", { BASE: "main" })).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readFileSync(join(cwd, "changes.md"), "utf8")).toContain(
      "Small Service `200`: description reworded",
    );
  });

  test("diff-comment.yml has something to say even if no code changed", async () => {
    const { cwd, sh } = await project();
    await sh("git update-ref refs/remotes/origin/main HEAD");
    const [diff] = statusgenSteps("diff-comment.yml");
    await sh(diff?.run ?? "", { BASE: "main" });
    expect(readFileSync(join(cwd, "changes.md"), "utf8")).toMatch(/\S/);
  });

  test("verify.yml fails if the page has changed", async () => {
    const { cwd, sh } = await project();
    const [verify] = statusgenSteps("verify.yml");
    copyFileSync(join(cwd, "generated/pages/small.rst"), join(cwd, "page.rst"));
    expect(await sh(verify?.run ?? "", { PAGE: "page.rst" })).toMatchObject({ exitCode: 0 });
    editSpec(cwd);
    expect(await sh(verify?.run ?? "", { PAGE: "page.rst" })).toMatchObject({ exitCode: 1 });
  });

  test("no workflow has an expression in a command, where a branch's name could run", () => {
    for (const name of ["check.yml", "diff-comment.yml", "verify.yml"])
      for (const { run: command } of statusgenSteps(name)) expect(command).not.toContain("${{");
  });

  test("pre-commit stops a commit whose output is out of date, and no other", async () => {
    const { cwd, sh } = await project();
    mkdirSync(join(cwd, "hooks"));
    symlinkSync(recipe("pre-commit"), join(cwd, "hooks/pre-commit"));
    await sh("git config core.hooksPath hooks");
    editSpec(cwd);
    expect(await sh("git commit -qam Two")).toMatchObject({ exitCode: 1 });
    expect(await sh("npx statusgen generate && git add -A && git commit -qm Two")).toMatchObject({
      exitCode: 0,
    });
  });

  test("pre-commit-config.yaml runs a check for the specs that were changed", async () => {
    const config = parse(readFileSync(recipe("pre-commit-config.yaml"), "utf8")) as {
      readonly repos: readonly {
        readonly hooks: readonly { readonly entry: string; readonly files: string }[];
      }[];
    };
    const [hook] = config.repos.flatMap(({ hooks }) => hooks);
    expect("spec/eu/small.yml").toMatch(new RegExp(hook?.files ?? "x"));
    const { cwd, sh } = await project();
    expect(await sh(`${hook?.entry ?? ""} spec/small.yaml`)).toMatchObject({ exitCode: 0 });
    editSpec(cwd);
    expect(await sh(`${hook?.entry ?? ""} spec/small.yaml`)).toMatchObject({ exitCode: 1 });
  });
});

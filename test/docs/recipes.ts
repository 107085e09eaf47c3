import { readdirSync, readFileSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { parseDocument } from "yaml";
import { z } from "zod";
import { repository, run, testProject } from "../testProject.js";

/** The folder of the files that users copy. */
export const recipes = join(repository, "docs/ci");

/** What a YAML file of the recipes holds. */
export function readRecipe(name: string): unknown {
  const document = parseDocument(readFileSync(join(recipes, name), "utf8"));
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

const stepShape = z.strictObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  run: z.string().optional(),
  if: z.literal("${{ !cancelled() }}").optional(),
  "continue-on-error": z.boolean().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflowShape = z.looseObject({
  jobs: z.record(z.string(), z.looseObject({ steps: z.array(stepShape) })),
});

/** The names of all recipes that are GitHub workflows. */
export const workflows = readdirSync(recipes).filter((name) => name.endsWith(".yml"));

/** The steps of a workflow's only job. */
export function stepsOf(name: string) {
  const [job, ...others] = Object.values(workflowShape.parse(readRecipe(name)).jobs);
  if (!job || others.length > 0) throw new Error(`${name} does not have one job.`);
  return job.steps;
}

/** A git repository whose only commit has the given files. */
export async function testRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await testProject({ "package.json": "{}", ".gitignore": "node_modules\n", ...files });
  await git(cwd, "init", "--quiet", "--initial-branch=main");
  await git(cwd, "config", "user.name", "Test");
  await git(cwd, "config", "user.email", "test@example.com");
  await commitAll(cwd);
  await installStatusgen(cwd);
  return cwd;
}

/** Runs git, which must succeed, and gives what it prints. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run("git", args, { cwd });
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

export async function commitAll(cwd: string): Promise<void> {
  await git(cwd, "add", ".");
  await git(cwd, "commit", "--quiet", "--no-verify", "--message", "All");
}

/** Does for a project what `npm ci` does where statusgen is a devDependency. */
async function installStatusgen(cwd: string): Promise<void> {
  await mkdir(join(cwd, "node_modules/.bin"), { recursive: true });
  await symlink(join(repository, "generator/bin/statusgen.js"), join(cwd, "node_modules/.bin/statusgen"));
}

/** What became of a job: whether it succeeded, what its commands printed, and which actions it reached. */
export interface Job {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly actions: readonly string[];
}

/**
 * Runs the commands of a workflow one after the other as GitHub does, each with these replacements in it and in its
 * variables. Programs in the project's `.programs` come before all others.
 */
export async function runWorkflow(
  name: string,
  cwd: string,
  replacements: Readonly<Record<string, string>> = {},
): Promise<Job> {
  const replaced = (text: string) =>
    Object.entries(replacements).reduce((before, [old, by]) => before.replaceAll(old, by), text);
  const ownEnv = { GITHUB_WORKSPACE: cwd, PATH: `${cwd}/.programs:${process.env["PATH"] ?? ""}` };
  const actions: string[] = [];
  let stdout = "";
  let succeeded = true;
  for (const step of stepsOf(name)) {
    if (!succeeded && step.if === undefined) continue;
    if (step.uses !== undefined) actions.push(step.uses.replace(/@.*/, ""));
    if (step.run === undefined || step.run === "npm ci") continue;
    const stepEnv = Object.entries(step.env ?? {}).map(([key, value]) => [key, replaced(value)] as const);
    const env = { ...ownEnv, ...Object.fromEntries(stepEnv) };
    const finished = await run("bash", ["-e", "-c", replaced(step.run)], { cwd, env });
    stdout += finished.stdout;
    if (finished.exitCode !== 0 && step["continue-on-error"] !== true) succeeded = false;
  }
  return { succeeded, stdout, actions };
}

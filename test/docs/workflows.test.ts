import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { editByHand, replaceIn } from "../commands/generatedProject.js";
import { gateSpec, pageOf } from "../commands/verifiedProject.js";
import { smallSpec } from "../testProject.js";
import { commitAll, git, runWorkflow, stepsOf, testRepository, workflows } from "./recipes.js";

test.each(workflows)("%s installs the project before its first command", (name) => {
  const [first] = stepsOf(name).flatMap(({ run }) => run ?? []);
  expect(first).toBe("npm ci");
});

test.each(workflows)("%s puts no expression into a shell command, where its value could be code", (name) => {
  for (const { run = "" } of stepsOf(name)) expect(run).not.toContain("${{");
});

describe.skipIf(process.platform === "win32")("the commands of the workflows (need POSIX)", () => {
  describe("check.yml", () => {
    /** Runs it in a project whose output was made from the spec, and then perhaps edited. */
    async function checked(spec: string, edit: (cwd: string) => Promise<void> = () => Promise.resolve()) {
      const cwd = await testRepository({ "spec/small.yaml": spec });
      await generate({ cwd });
      await edit(cwd);
      const job = await runWorkflow("check.yml", cwd);
      const upload = stepsOf("check.yml").find(({ uses }) => uses?.includes("upload-sarif"));
      const sarif = JSON.parse(
        await readFile(join(cwd, String(upload?.with?.["sarif_file"])), "utf8"),
      ) as Log;
      const results = sarif.runs[0]?.results?.map(({ ruleId, level }) => `${ruleId ?? ""} ${level ?? ""}`);
      return { ...job, results, uploaded: job.actions.at(-1) === "github/codeql-action/upload-sarif" };
    }

    test("succeeds if all is up to date, and uploads the warnings", async () => {
      const { stdout, ...job } = await checked(smallSpec.replace("It worked.", "It worked"));
      expect(job).toMatchObject({ succeeded: true, uploaded: true, results: ["full-stop warning"] });
      expect(stdout).not.toContain("::error");
    });

    test("fails if a generated file is not what the specs produce, annotates it, and uploads all the same", async () => {
      const { stdout, ...job } = await checked(smallSpec, (cwd) =>
        editByHand(cwd, "generated/small/index.ts"),
      );
      expect(job).toMatchObject({ succeeded: false, uploaded: true, results: [] });
      expect(stdout).toMatch(/^::error file=generated\/small\/index\.ts,/m);
    });

    test("fails if lint finds an error, annotates it, and uploads it", async () => {
      const { stdout, ...job } = await checked(
        smallSpec.replace("\ntables:", `\n  digest: sha256:${"0".repeat(64)}\ntables:`),
      );
      expect(job).toMatchObject({ succeeded: false, uploaded: true, results: ["page-digest error"] });
      expect(stdout).toMatch(/^::error file=spec\/small\.yaml,line=7,/m);
    });

    test("fails if a spec is not valid, annotates it, and uploads it", async () => {
      const { stdout, ...job } = await checked(smallSpec, (cwd) =>
        replaceIn(cwd, "spec/small.yaml", "code: 404", "code: 4004"),
      );
      expect(job).toMatchObject({ succeeded: false, uploaded: true, results: ["malformed-code error"] });
      expect(stdout).toMatch(/^::error file=spec\/small\.yaml,line=14,/m);
    });
  });

  describe("diff-comment.yml", () => {
    /** What it comments on a pull request that changes the spec, after the base branch has moved on. */
    async function comment(changed: string) {
      const origin = await testRepository({ "spec/small.yaml": smallSpec });
      await git(origin, "checkout", "--quiet", "-b", "pull");
      await writeFile(join(origin, "spec/small.yaml"), changed);
      await commitAll(origin);
      await git(origin, "checkout", "--quiet", "main");
      await replaceIn(origin, "spec/small.yaml", "name: Small Service", "name: Tiny Service");
      await commitAll(origin);
      await git(origin, "merge", "--quiet", "--no-edit", "pull");

      const checkout = stepsOf("diff-comment.yml").find(({ uses }) => uses?.startsWith("actions/checkout@"));
      const depth = String(checkout?.with?.["fetch-depth"]);
      const cwd = await testRepository({});
      await git(cwd, "fetch", "--quiet", "--depth", depth, `file://${origin}`, "main");
      await git(cwd, "checkout", "--quiet", "--force", "FETCH_HEAD");

      const gh = '#!/bin/sh\necho "$@" > gh-arguments\ncat > gh-input\n';
      await mkdir(join(cwd, ".programs"));
      await writeFile(join(cwd, ".programs/gh"), gh, { mode: 0o755 });
      const job = await runWorkflow("diff-comment.yml", cwd, { "${{ github.event.number }}": "7" });
      expect(job).toMatchObject({ succeeded: true });
      return {
        args: await readFile(join(cwd, "gh-arguments"), "utf8"),
        body: await readFile(join(cwd, "gh-input"), "utf8"),
      };
    }

    test("comments what the pull request changes, and not what was changed on its base", async () => {
      const { args, body } = await comment(smallSpec.replace("It is not there.", "It is gone."));
      expect(args).toBe("pr comment 7 --edit-last --create-if-none --body-file -\n");
      expect(body).toMatch(/^### Changed\n\n- Tiny Service `404`: .*It is gone.*\n$/);
    });

    test("comments even if no code changes, as an earlier comment may say more", async () => {
      const { body } = await comment(`# A comment.\n${smallSpec}`);
      expect(body).toBe("No changes.\n");
    });

    test("cuts a comment to the length that GitHub accepts", async () => {
      const texts = Array.from({ length: 400 }, (_, index) => `${"Long ".repeat(40)}${index}`);
      const rows = texts.map(
        (text, index) => `      - { code: ${index + 100}, message: ${text}, description: A. }\n`,
      );
      const { body } = await comment(smallSpec.replace(/ {6}- code[^]*/, rows.join("")));
      expect(Buffer.byteLength(body)).toBe(65_000);
    });
  });

  describe("verify.yml", () => {
    async function verified(page: string) {
      const cwd = await testRepository({ "spec/gate.yaml": gateSpec, "page.rst": page });
      return runWorkflow("verify.yml", cwd, { "https://docs.example.com/status_codes.rst": "page.rst" });
    }

    test("succeeds while the page says what the spec says", async () => {
      expect(await verified(pageOf(gateSpec))).toMatchObject({ succeeded: true });
    });

    test("fails once the page says something else", async () => {
      const page = pageOf(gateSpec.replace("The gate is open.", "It is open."));
      const { succeeded, stdout } = await verified(page);
      expect(succeeded).toBe(false);
      expect(stdout).toMatch(/^::error file=spec\/gate\.yaml,line=\d+,.*title=page-entry-altered::/m);
    });
  });
});

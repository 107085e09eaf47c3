import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { generate, importPages } from "../../generator/index.js";
import { editByHand } from "../commands/generatedProject.js";
import { served } from "../commands/served.js";
import { repository, run, smallSpec } from "../testProject.js";
import { commitAll, git, testRepository } from "./recipes.js";

const actionShape = z.looseObject({
  runs: z.looseObject({
    steps: z.array(
      z.strictObject({
        name: z.string(),
        if: z.string().regex(/^inputs\.command == '[a-z]+'$/),
        shell: z.literal("bash"),
        run: z.string(),
        env: z.record(z.string(), z.string()).optional(),
      }),
    ),
  }),
});

/** Runs the steps of the action that a command has, with a `gh` that writes down what it is asked. */
async function runAction(cwd: string, command: string, edit = (script: string) => script) {
  const { runs } = actionShape.parse(parse(await readFile(join(repository, "action.yml"), "utf8")));
  const [step, ...others] = runs.steps.filter((each) => each.if.includes(`'${command}'`));
  if (!step || others.length > 0) throw new Error(`The action has not one step for ${command}.`);
  expect(step.run).not.toContain("${{");
  const outside = join(cwd, ".git/outside");
  await mkdir(outside, { recursive: true });
  const gh = `#!/bin/sh\necho "$@" >> '${outside}/gh'\n[ "$2" = edit ] && exit 1\nwhile [ $# -gt 0 ]; do [ "$1" = --body-file ] && cat "$2" > '${outside}/body'; shift; done\n`;
  await mkdir(join(outside, "bin"), { recursive: true });
  await writeFile(join(outside, "bin/gh"), gh, { mode: 0o755 });
  const env = {
    PATH: `${outside}/bin:${process.env["PATH"] ?? ""}`,
    RUNNER_TEMP: outside,
    GITHUB_WORKSPACE: cwd,
    SPEC: "spec",
    NUMBER: "7",
  };
  const { exitCode, stdout } = await run("bash", ["-e", "-c", edit(step.run)], { cwd, env });
  const read = (name: string) => readFile(join(outside, name), "utf8").catch(() => undefined);
  return { exitCode, stdout, asked: await read("gh"), body: await read("body") };
}

describe.skipIf(process.platform === "win32")("the action (needs POSIX)", () => {
  test("fails with annotations where page, spec and output disagree", async () => {
    const cwd = await testRepository({ "spec/small.yaml": smallSpec });
    await generate({ cwd });
    expect(await runAction(cwd, "check")).toMatchObject({ exitCode: 0 });
    await editByHand(cwd, "generated/small/index.ts");
    const { exitCode, stdout } = await runAction(cwd, "check");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error file=generated\/small\/index\.ts,/m);
  });

  test("comments what a pull request changes", async () => {
    const cwd = await testRepository({ "spec/small.yaml": smallSpec });
    await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("It is not there.", "It is gone."));
    await commitAll(cwd);
    // Its input is a pipe.
    const { exitCode, asked, body } = await runAction(cwd, "diff", (script) =>
      script.replace("--body-file -", "--body-file /dev/stdin"),
    );
    expect({ exitCode, asked }).toEqual({
      exitCode: 0,
      asked: "pr comment 7 --edit-last --create-if-none --body-file /dev/stdin\n",
    });
    expect(body).toMatch(/^### Changed\n\n- Small Service `404`: .*It is gone.*\n$/);
  });

  test("opens a pull request with the changed spec, the output and the changelog, or none", async () => {
    let text = "# Codes\n\n| Error Code | Message |\n| --- | --- |\n| GATE_SHUT | Shut. |\n";
    const url = await served((_request, response) => response.end(text), "gate.md");
    const cwd = await testRepository({
      "statusgen.config.json": JSON.stringify({ sources: { allow: ["127.0.0.1"] } }),
    });
    await importPages({ cwd, pages: [url], allowHttp: true, service: { id: "gate", name: "Gate" } });
    await generate({ cwd });
    await commitAll(cwd);
    const origin = await testRepository({});
    await git(cwd, "remote", "add", "origin", `file://${origin}`);
    const overHttp = (script: string) => script.replace("statusgen update", "statusgen update --allow-http");
    expect(await runAction(cwd, "update", overHttp)).toMatchObject({ exitCode: 0, asked: undefined });

    text += "| GATE_LOST | Lost. |\n";
    const { exitCode, asked, body } = await runAction(cwd, "update", overHttp);
    expect({ exitCode, body }).toEqual({
      exitCode: 0,
      body: "### Added\n\n- Gate `GATE_LOST`: added: “Lost.”\n",
    });
    expect(asked).toContain("pr create --head statusgen/update --title Update status codes: 1 feature");
    const files = await git(origin, "show", "--name-only", "--format=%s", "statusgen/update");
    expect(files).toContain("Update status codes: 1 feature\n");
    expect(files).toContain("spec/gate.yaml\n");
    expect(files).toContain("generated/gate/index.ts\n");
  });
});

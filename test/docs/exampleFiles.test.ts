import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generate, lint } from "../../generator/index.js";
import { repository, run, testProject, textsBelow } from "../testProject.js";
import { compiled, install } from "./compiled.js";

const folder = join(repository, "docs/examples");
const examples = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
);

const specs = Object.fromEntries(
  ["spec/apig.yaml", "test/fixtures/emit/orders.yaml", "test/fixtures/emit/everything.yaml"].map((path) => [
    `spec/${path.split("/").at(-1) ?? ""}`,
    readFileSync(join(repository, path), "utf8"),
  ]),
);

/** A project with all examples and this config, and the packages of the repository. */
async function exampleProject(
  config: string,
  more: Readonly<Record<string, string>> = specs,
): Promise<string> {
  const files = Object.entries(examples).map(([name, text]) => [`examples/${name}`, text]);
  const cwd = await testProject({
    ...(Object.fromEntries(files) as Record<string, string>),
    ...more,
    "package.json": '{ "type": "module" }',
    "statusgen.config.ts": config,
  });
  return cwd;
}

/** What an example emits. */
async function emitted(
  file: string,
  use: string,
): Promise<{ readonly cwd: string; readonly files: Readonly<Record<string, string>> }> {
  const name = /^\w+/.exec(use)?.[0] ?? "";
  const cwd = await exampleProject(
    `import { ${name} } from "./examples/${file}";\nexport default { emitters: [${use}] };\n`,
  );
  install(cwd, "zod");
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  return { cwd: join(cwd, "generated"), files: await textsBelow(join(cwd, "generated")) };
}

function isInstalled(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

describe("the Python example", () => {
  test.skipIf(!isInstalled("python3", "--version"))("is read by Python (needs python3)", async () => {
    const { cwd } = await emitted("python.js", "python()");
    const program = [
      "import apig, everything, orders",
      "assert apig.ApigStatusCode.NotFound == 404",
      "print(len(list(apig.ApigStatusCode)), len(list(orders.OrdersErrorCode)))",
    ].join("\n");
    expect(
      await run(
        "python3",
        ["-I", "-c", `import sys; sys.path.insert(0, "."); sys.dont_write_bytecode = True\n${program}`],
        { cwd },
      ),
    ).toMatchObject({
      exitCode: 0,
      stderr: "",
      stdout: expect.stringMatching(/^\d+ [1-9]\d*\n$/) as string,
    });
  });
});

describe("the Go example", () => {
  test.skipIf(!isInstalled("go", "version"))(
    "is compiled by Go (needs go)",
    async () => {
      const { cwd } = await emitted("go.js", "go()");
      writeFileSync(join(cwd, "go.mod"), "module example\n\ngo 1.19\n");
      writeFileSync(
        join(cwd, "main.go"),
        'package main\n\nimport "example/apig"\n\nfunc main() { println(apig.StatusCodeNotFound) }\n',
      );
      const env = { GOFLAGS: "-mod=mod", GOCACHE: join(cwd, ".cache"), GOTOOLCHAIN: "local" };
      expect(await run("go", ["vet", "./..."], { cwd, env })).toMatchObject({ exitCode: 0 });
      expect(await run("go", ["run", "."], { cwd, env })).toMatchObject({ exitCode: 0, stderr: "404\n" });
    },
    120_000,
  );
});

test("the example of messages is JSON with a text for each code", async () => {
  const { files } = await emitted("i18n.js", 'i18n({ locale: "en" })');
  expect(JSON.parse(files["en.json"] ?? "")).toMatchObject({ "apig.404": "Not Found" });
});

test("the example with front matter is YAML and Markdown", async () => {
  const { files } = await emitted("frontMatter.js", "frontMatter()");
  for (const [path, text] of Object.entries(files).filter(([each]) => each.endsWith(".md"))) {
    const [, head = "", body = ""] = text.split(/^---$/m);
    expect(parse(head), path).toEqual({ title: expect.any(String) as string });
    expect(
      fromMarkdown(body).children.some(({ type }) => type === "heading"),
      path,
    ).toBe(true);
  }
});

test("the example of a rule tells of what it is about, and of nothing else", async () => {
  const spec = `service: { id: orders, name: Orders }
tables:
  - kind: error-codes
    entries:
      - { code: ORD.1, message: Invalid quantity, solution: Send less. }
      - { code: ORD.2, message: No such order }
      - { code: ORD.3, message: Gone, retired: "2.0" }
`;
  const config =
    'import { solutionRequired } from "./examples/solutionRequired.js";\nexport default { rules: { "solution-required": ["error", solutionRequired] } };\n';
  const cwd = await exampleProject(config, { "spec/orders.yaml": spec });
  expect(await lint({ cwd })).toMatchObject({
    exitCode: 1,
    diagnostics: [
      { rule: "solution-required", message: "ORD.2 has no solution.", range: { start: { line: 6 } } },
    ],
  });
});

test("every example compiles, and is used in a test and in the docs", async () => {
  const text = readFileSync(join(repository, "docs/extending.md"), "utf8");
  for (const name of Object.keys(examples)) expect(text).toContain(`(./examples/${name})`);
  const cwd = await exampleProject("export default {};", {});
  const files = Object.keys(examples).map((name) => `examples/${name}`);
  expect(await compiled(cwd, files)).toMatchObject({ stdout: "", exitCode: 0 });
});

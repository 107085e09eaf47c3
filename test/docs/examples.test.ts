import { describe, expect, test } from "vitest";
import { generate, lint } from "../../generator/index.js";
import { testProject } from "../testProject.js";
import { compiled } from "./compiled.js";
import { commandNames, programWritingTo } from "./made/commandHelp.js";
import { markdownFiles, nodesOf, parsedFile } from "./markdownFiles.js";

const blocks = markdownFiles.flatMap((file) =>
  nodesOf(parsedFile(file)).flatMap((node) =>
    node.type === "code"
      ? [{ file, line: node.position?.start.line ?? 0, language: node.lang, text: node.value }]
      : [],
  ),
);

describe("specs in the documentation", () => {
  const specs = blocks.filter(({ language, text }) => language === "yaml" && text.includes("\ntables:"));

  test("are found", () => {
    expect(specs.length).toBeGreaterThan(2);
  });

  test.each(specs)("$file:$line is valid, and nothing in it is suspicious", async ({ text }) => {
    // A spec that only refers to its service is one of several.
    const [, id] = /^service: ([a-z-]+)/m.exec(text) ?? [];
    const config = { services: id === undefined ? {} : { [id]: { name: "A Service" } } };
    const cwd = await testProject({
      "spec/example.yaml": text,
      "statusgen.config.json": JSON.stringify(config),
    });
    const { diagnostics } = await lint({ cwd });
    expect(diagnostics).toEqual([]);
  });
});

describe("programs in the documentation", () => {
  const programs = blocks.filter(
    ({ language, text, file }) => language === "ts" && text.includes("import ") && file !== "README.md",
  );

  test("are found", () => {
    expect(programs.length).toBeGreaterThan(3);
  });

  test.each(programs)("$file:$line compiles", async ({ file, text }) => {
    const spec = blocks.find(
      (each) => each.language === "yaml" && each.file === file && each.text.includes("\ntables:"),
    );
    const cwd = await testProject({
      "program.ts": text,
      "package.json": '{ "type": "module" }',
      ...(spec && { "spec/example.yaml": spec.text }),
    });
    if (spec) expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
    expect(await compiled(cwd, ["program.ts"])).toMatchObject({ stdout: "", exitCode: 0 });
  });
});

describe("commands in the documentation", () => {
  const lines = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ file, text }) =>
      [...text.matchAll(/npx statusgen ([a-z].*?)(?: +#.*)?$/gm)].map(([, args = ""]) => ({
        file,
        args,
      })),
    );

  test("are found", () => {
    expect(lines.length).toBeGreaterThan(5);
  });

  test.each(lines)("$file: statusgen $args", ({ args }) => {
    const [name = "", ...words] = args.split(" ");
    expect(commandNames).toContain(name);
    const command = programWritingTo(() => {}).commands.find((each) => each.name() === name);
    const known = command?.options.map(({ long }) => long);
    for (const word of words) if (word.startsWith("--")) expect(known).toContain(word);
  });
});

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository, run, testProject, textsBelow } from "../testProject.js";

type Files = Readonly<Record<string, string>>;

const bin = join(repository, "generator/bin/statusgen.js");
const specs: Files = {
  "spec/apig.yaml": await readFile(join(repository, "spec/apig.yaml"), "utf8"),
  "spec/functiongraph.yaml": await readFile(join(repository, "spec/functiongraph.yaml"), "utf8"),
  "spec/errors.yaml": await readFile(join(repository, "test/fixtures/emit/everything.yaml"), "utf8"),
};

/** What an ordinary run writes; made once. */
let ordinary: Promise<Files> | undefined;
function expected(): Promise<Files> {
  ordinary ??= testProject(specs).then((cwd) => outputIn(cwd));
  return ordinary;
}

/** What `generate` writes in a project, by a process of its own. */
async function outputIn(cwd: string, env: Files = {}): Promise<Files> {
  const { exitCode, stderr } = await run(process.execPath, [bin, "generate"], { cwd, env });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return textsBelow(join(cwd, "generated"));
}

function everyText(change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(specs).map(([path, text]) => [path, change(text)]));
}

describe("the output has the same bytes", () => {
  test.each([
    { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr" },
    { TZ: "America/Anchorage", LC_ALL: "C", LANG: "C" },
    { TZ: "UTC", LC_ALL: "ar_EG.UTF-8", NO_COLOR: "1", CI: "true" },
  ])("with the environment %o", async (env) => {
    expect(await outputIn(await testProject(specs), env)).toEqual(await expected());
  });

  test("in a folder with another name, at another depth", async () => {
    const below = "a b/Überall/$(x)";
    const moved = Object.entries(specs).map(([path, text]) => [`${below}/${path}`, text]);
    expect(await outputIn(join(await testProject(Object.fromEntries(moved) as Files), below))).toEqual(
      await expected(),
    );
  });

  test("whatever the order in which the specs were written", async () => {
    expect(await outputIn(await testProject(Object.fromEntries(Object.entries(specs).reverse())))).toEqual(
      await expected(),
    );
  });

  test("with CRLF at the specs' line ends", async () => {
    const cwd = await testProject(everyText((text) => text.replaceAll("\n", "\r\n")));
    expect(await outputIn(cwd)).toEqual(await expected());
  });

  test("with a byte order mark before each spec", async () => {
    expect(await outputIn(await testProject(everyText((text) => `\uFEFF${text}`)))).toEqual(await expected());
  });

  test("after runs on other specs as well as on nothing", async () => {
    const cwd = await testProject({ "spec/apig.yaml": specs["spec/errors.yaml"] ?? "" });
    await outputIn(cwd);
    for (const [path, text] of Object.entries(specs)) await writeFile(join(cwd, path), text);
    expect(await outputIn(cwd)).toEqual(await expected());
  });
});

test("the names of the spec files show in the headers, and change nothing else", async () => {
  const renamed = Object.fromEntries(
    Object.values(specs).map((text, index) => [`spec/${9 - index}.yaml`, text]),
  );
  const output = await outputIn(await testProject(renamed));
  const withoutHeaders = (files: Files) =>
    Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path !== "manifest.json")
        .map(([path, text]) => [path, text.replace(/spec\/\w+\.yaml/g, "spec")]),
    );
  expect(withoutHeaders(output)).toEqual(withoutHeaders(await expected()));
});

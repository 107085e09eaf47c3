import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { formatPretty } from "../../generator/diagnostics/formatPretty.js";
import type { Diagnostic } from "../../generator/index.js";
import { generate, importPages, lint } from "../../generator/index.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import { repository, testProject, textsBelow } from "../testProject.js";
import { hugeInputs } from "./huge.js";
import { expectInert } from "./inert.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A bad input: the row that it has in the table, and the files of its project. */
interface Input {
  readonly of: string;
  readonly what: string;
  readonly fixture: string;
  readonly files: () => Files;
}

const fixtures = join(repository, "test/hostile/fixtures");
const secret = "WHAT-STANDS-IN-ANOTHER-FILE";
const outcomes = new Map<Input, string>();

/** A folder in a class's folder is one input of several specs. */
const kept: Input[] = readdirSync(fixtures).flatMap((of) =>
  readdirSync(join(fixtures, of)).map((name) => ({
    of: words(of),
    what: words(name.replace(/\.[a-z]+$/, "")),
    fixture: `\`fixtures/${of}/${name}\``,
    files: () => filesAt(join(fixtures, of, name), name),
  })),
);

const made: Input[] = Object.entries(hugeInputs).map(([name, text]) => ({
  of: "sizes",
  what: words(name.replace(/\.[a-z]+$/, "")),
  fixture: "`huge.ts`",
  files: () => ({ [placeOf(name)]: text() }),
}));

const inputs = [...kept, ...made];

describe.each([...new Set(inputs.map(({ of }) => of))])("%s", (of) => {
  test.each(inputs.filter((input) => input.of === of).map((input) => [input.what, input] as const))(
    "%s ends in inert output or in a finding",
    async (_what, input) => {
      outcomes.set(input, await outcomeOf({ "secret.txt": secret, ...input.files() }));
    },
  );
});

test("an object of JavaScript has nothing that an input gave it", () => {
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect((globalThis as Record<string, unknown>)["broken"]).toBeUndefined();
});

const introduction = `<!--
Made by test/hostile/hostile.test.ts; put an input into fixtures/ or huge.ts, and run: npx vitest run test/hostile -u
-->

# Bad inputs

Every input ends in inert output or in findings with their place, never in an exception. A \`.yaml\` file is a spec, a
folder is several specs, and an \`.rst\` file is a page, which is imported first. **Bold** rules are errors.

`;

test("the table says what happens to each input", async ({ skip }) => {
  const rows = inputs.map(
    (input) => `| ${input.of} | ${input.what} | ${input.fixture} | ${outcomes.get(input) ?? ""} |`,
  );
  skip(outcomes.size < inputs.length, "Not all of them were tried.");
  const table = ["| Class | Input | Made by | What happens |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
  const text = await format(`${introduction}${table}\n`, { parser: "markdown", printWidth: 110 });
  await expect(text).toMatchFileSnapshot("README.md");
});

/** What comes of a project: of its page, if it has one, and of its specs. */
async function outcomeOf(files: Files): Promise<string> {
  const cwd = await testProject(files);
  const before = Object.keys(files);
  const imported = before.includes("page.rst") ? await importPages({ cwd, pages: ["page.rst"] }) : undefined;
  const isRefused = imported !== undefined && imported.specs.length === 0;
  const generated = isRefused ? undefined : await generate({ cwd });
  const linted = isRefused ? undefined : await lint({ cwd });
  for (const result of [imported, generated, linted])
    if (result) expectReadable(result.diagnostics, result.sources);
  const output = Object.entries(await textsBelow(cwd)).filter(([path]) => !before.includes(path));
  for (const [path, text] of output) {
    expect(path).toMatch(/^(?:generated\/|spec\/[a-z0-9-]+\.yaml$)/);
    expect(text.includes(secret)).toBe(false);
  }
  const emitted = output
    .map(([path, text]) => ({ path, text }))
    .filter(({ path }) => path.startsWith("generated/"));
  expect(emitted.length > 0).toBe(generated?.exitCode === 0);
  expectInert(emitted);
  const found = [...(imported?.diagnostics ?? []), ...(linted?.diagnostics ?? [])];
  const what = generated?.exitCode === 0 ? (imported ? "imported and generated" : "generated") : "refused";
  return [what, ...rulesOf(found)].join(", ");
}

function expectReadable(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>): void {
  for (const diagnostic of diagnostics.slice(0, 1000)) {
    // A name may be the word itself.
    const message = diagnostic.message.replace('"undefined"', '""');
    expectUsable({ ...diagnostic, message }, sources);
    expect(diagnostic.message.length + diagnostic.help.length).toBeLessThan(1000);
  }
  const pretty = formatPretty(diagnostics.slice(0, 20), sources, { color: false });
  expect(pretty.length).toBeLessThan(40_000);
  expect(pretty).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
}

function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  const told = diagnostics.map(({ rule, severity }) =>
    severity === "error" ? `**\`${rule}\`**` : `\`${rule}\``,
  );
  return [...new Set(told)].sort();
}

function filesAt(path: string, name: string): Files {
  if (!statSync(path).isDirectory()) return { [placeOf(name)]: readFileSync(path) };
  return Object.fromEntries(
    readdirSync(path).map((file) => [`spec/${file}`, readFileSync(join(path, file))]),
  );
}

function placeOf(name: string): string {
  return name.endsWith(".rst") ? "page.rst" : "spec/small.yaml";
}

function words(name: string): string {
  return name.replaceAll("-", " ");
}

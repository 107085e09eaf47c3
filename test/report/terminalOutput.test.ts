import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { showOnOneLine } from "../../generator/diagnostics/hiddenCharacters.js";
import { jsonText } from "../../generator/diagnostics/jsonText.js";
import { repository, run, builtStatusgen, testProject } from "../testProject.js";

/** Colours, a link, a beep, a moved cursor in 7 and 8 bits, an overwritten line, and a line turned round. */
const commands =
  "\u001b[31mFORGED\u001b]8;;x:\u0007\u001b\\\u009b2J\u0085\r\b\t\u007f\u200b\u202e\u2066\u2028\ufeff\u{e0041}";

/** A name that also begins a line. */
const name = `N${commands}\nFORGED-LINE`;

/** A text of several lines, as `explain` and `verify` show it. */
const text = `T${commands}\n\nMore.`;

function specOf(description: string, service = "odd"): string {
  return `service: { id: ${service}, name: ${jsonText(name)} }
page: { id: ${service}, title: ${jsonText(name)} }
tables:
  - kind: error-codes
    title: ${jsonText(name)}
    columns: [Module, Error Code, Error Message, Description, Solution]
    entries:
      - { code: E.1, name: One, module: ${jsonText(name)}, message: ${jsonText(name)}, description: ${jsonText(description)}, solution: ${jsonText(text)} }
      - { code: ${jsonText(name)}, name: Two, module: M, message: M, description: D, solution: S }
`;
}

/** A spec with an entry more. */
const withEntry = (before: string, fields: string) => `${before}      - { ${fields} }\n`;

const added = `code: ${jsonText(`A${name}`)}, name: Three, module: M, message: M, description: ${jsonText(text)}, solution: S`;

const mistakes = `${jsonText(name)}: 1, code: ${jsonText(name)}, status: ${jsonText(name)}, message: 'a ${commands.replaceAll(/[\0-\u001f\u007f]/g, "")}'`;

/** A page with a text in its title and in a cell. */
const pageOf = (cell: string) => `Codes ${cell}
${"=".repeat(60)}

===== ===========
Code  Description
===== ===========
E.1   D ${cell}
E.2   E
===== ===========
`;

const spec = { [`spec/${name}.yaml`]: specOf(text) };

/** A page whose text no spec can hold, and one with a spec that says something else. */
const pages = {
  [`${name}.rst`]: pageOf(commands.replaceAll(/[\s\u0085]/g, "")),
  "page.rst": pageOf("\u202eFORGED\u2066\u200b\u{e0041}"),
  [`spec/page${name}.yaml`]: `service: { id: page, name: Page }
page: { id: page, title: ${jsonText(text)} }
tables:
  - kind: error-codes
    columns: [Code, Description]
    entries:
      - code: E.1
        description: ${jsonText(text)}
      - code: E.2
        description: F
        deviations: { description: { original: E, reason: ${jsonText(name)} } }
`,
};

/** Projects whose folder, files and texts are all full of what terminals obey. */
const projects = {
  valid: spec,
  pages: { ...spec, ...pages },
  states: { "old.yaml": specOf(text), [`${name}.yaml`]: withEntry(specOf(`Other ${text}`), added) },
  renamed: { "old.yaml": specOf(text), [`${name}.yaml`]: specOf(text, "other") },
  stray: { ...spec, [`generated/${name}.ts`]: text, "generated/index.ts": text },
  broken: { ...spec, [`spec/broken${name}.yaml`]: withEntry(specOf(text), mistakes) },
  folders: { ...spec, "statusgen.config.json": jsonText({ spec: `spec${name}`, output: `out${name}` }) },
  config: { ...spec, "statusgen.config.json": jsonText({ [name]: 1, enumStyle: name }) },
  noJson: { ...spec, "statusgen.config.json": name },
  inTheWay: { ...spec, generated: "a file" },
  empty: {},
};

type Call = readonly [project: keyof typeof projects, ...args: readonly string[]];

const calls: readonly Call[] = [
  ["valid", "generate"],
  ["stray", "generate", "--dry-run"],
  ["stray", "generate"],
  ["broken", "generate"],
  ["folders", "generate"],
  ["config", "generate"],
  ["noJson", "generate"],
  ["inTheWay", "generate"],
  ["valid", "check"],
  ["stray", "check"],
  ["stray", "check", "--format", "github"],
  ["stray", "check", "--format", "json"],
  ["stray", "check", "--format", "sarif"],
  ["broken", "check"],
  ["valid", "lint"],
  ["valid", "lint", "--format", "github"],
  ["broken", "lint"],
  ["broken", "lint", "--format", "github"],
  ["broken", "lint", "--format", "json"],
  ["broken", "lint", "--format", "sarif"],
  ["valid", "explain", "E.1"],
  ["valid", "explain", "E.1", "--format", "json"],
  ["valid", "explain", name],
  ["valid", "explain", `404${name}`],
  ["valid", "explain", "\n404\n"],
  ["broken", "explain", "E.1"],
  ["pages", "import", `${name}.rst`, "--service", `odd:${name}`],
  ["pages", "import", "page.rst", "--new", "--service", "other:\u001b[31mFORGED\u202e"],
  ["pages", "import", "page.rst", "--new", "--stdout"],
  ["pages", "import", "page.rst", "--new", "--json"],
  ["pages", "import", "."],
  ["pages", "import", `${name}.rst`, "--lossy", "--out", `out${name}`],
  ["pages", "import", `${name}.rst`, "--lossy", "--new", "--stdout"],
  ["pages", "import", `${name}.rst`, "--lossy", "--json"],
  ["pages", "import", `${name}.rst`, "--format", "github"],
  ["pages", "import", `http://${name}`, `absent${name}`],
  ["pages", "import", `${name}.rst`, "--into", `absent${name}`],
  ["pages", "import", `${name}.rst`, "--columns", `code,${name}`],
  ["valid", "verify"],
  ["pages", "verify", "--page", `${name}.rst`],
  ["pages", "verify", "--page", `${name}.rst`, "--format", "github"],
  ["pages", "verify", "--page", `${name}.rst`, "--format", "json"],
  ["pages", "verify", "--page", `${name}.rst`, "--format", "sarif"],
  ["pages", "verify", "--page", "page.rst"],
  ["pages", "verify", "--page", "page.rst", "--format", "github"],
  ["pages", "verify", "--page", "page.rst", "--format", "json"],
  ["pages", "verify", "--page", "page.rst", "--format", "sarif"],
  ["pages", "verify", "--page", `absent${name}`],
  ["states", "diff", "old.yaml", `${name}.yaml`],
  ["states", "diff", "old.yaml", `${name}.yaml`, "--format", "markdown"],
  ["states", "diff", "old.yaml", `${name}.yaml`, "--format", "github"],
  ["states", "diff", "old.yaml", `${name}.yaml`, "--format", "json"],
  ["states", "diff", "old.yaml", `${name}.yaml`, "--format", "sarif"],
  ["renamed", "diff", "old.yaml", `${name}.yaml`],
  ["states", "diff", `absent${name}`, `HEAD:${name}`],
  ["folders", "init"],
  ["empty", "init"],
  ["empty", "generate"],
  ["empty", "--help"],
  ["empty", "import", "--help"],
  ["empty", "--version"],
  ["empty", name],
  ["empty", "lint", `--${name}`],
  ["empty", "lint", name],
  ["empty", "lint", "--format", name],
  ["empty", `generat\n(Did you mean ${name}?)`],
];

/** Each call with its title. */
const titled = calls.map((call): [string, Call] => {
  const [project, ...args] = call;
  return [`${showOnOneLine(args.join(" ").replaceAll(name, "<name>"))} (${project})`, call];
});

/** Windows has no such names of files. */
const hasNames = process.platform !== "win32";

const { stdout: version } = await run("script", ["--version"], { cwd: repository }).catch(() => ({
  stdout: "",
}));
const hasTerminals = version.includes("util-linux");

/** What people read differs from what a terminal shows in colours alone: without terminals, it is tried here. */
const piped = hasTerminals ? titled.filter(([, call]) => call.some((arg) => arg.startsWith("--"))) : titled;

describe.skipIf(!hasTerminals)("on a terminal (needs `script` of util-linux)", () => {
  test.each(titled)("%s prints nothing that a terminal obeys", async (_title, [project, ...args]) => {
    expectHarmless(await onTerminal(await projectOf(project), args));
  });

  test("a watching run prints nothing that a terminal obeys", async () => {
    const cwd = await projectOf("stray");
    const output = await onTerminal(
      cwd,
      ["generate", "--watch"],
      ["timeout", "--foreground", "-s", "INT", "6"],
    );
    expect(output).toContain("Watching for changes");
    expectHarmless(output);
  });

  test("our own colours are shown, and a text has none", async () => {
    const output = await onTerminal(await projectOf("valid"), ["explain", "E.1"]);
    expect(output).toMatch(/^\u001b\[1mNU\+001B\[31mFORGED/);
  });
});

test.skipIf(!hasNames).each(piped)(
  "into a pipe, %s prints nothing that a terminal obeys",
  async (_title, [project, ...args]) => {
    const { stdout, stderr } = await builtStatusgen(await projectOf(project), ...args);
    // What is to become a file is printed as it is, unless a terminal shows it.
    const printed = args.includes("--stdout") ? stderr : stdout + stderr;
    expect(printed).not.toContain("\u001b");
    expectHarmless(printed);
    if (args.includes("json") || args.includes("sarif") || args.includes("--json")) {
      expect(JSON.stringify(JSON.parse(stdout))).toMatch(/FORGED/);
    }
  },
);

/** A project in a folder of an odd name, with output where it can be generated. */
async function projectOf(project: keyof typeof projects): Promise<string> {
  const made = await testProject({});
  const cwd = join(made, name);
  await mkdir(cwd);
  const files = await testProject(projects[project]);
  await rename(files, cwd);
  return cwd;
}

async function onTerminal(
  cwd: string,
  args: readonly string[],
  before: readonly string[] = [],
): Promise<string> {
  const command = [...before, process.execPath, join(repository, "generator/bin/statusgen.js"), ...args];
  const quoted = command.map((part) => `'${part.replaceAll("'", String.raw`'\''`)}'`).join(" ");
  // A spinner, which moves the cursor, is for people who wait.
  const env = { CI: "true", TERM: "xterm", NO_COLOR: "" };
  const { stdout } = await run("script", ["-qec", quoted, "/dev/null"], { cwd, env });
  return stdout.replaceAll("\r\n", "\n");
}

/** Expects that nothing is left of texts and names that is not seen, and that no name begins a line. */
function expectHarmless(output: string): void {
  expect(output).not.toBe("");
  expect(output).not.toContain("\u001b[31mFORGED");
  expect(output).not.toMatch(/^[\s>-]*FORGED-LINE/m);
  const withoutColors = output.replaceAll(/\u001b\[\d+m/g, "");
  const hidden =
    /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;
  expect(withoutColors.match(hidden) ?? []).toEqual([]);
}

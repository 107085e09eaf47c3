import { describe, expect, test } from "vitest";
import { fromMarkdown } from "mdast-util-from-markdown";
import { diff } from "../../generator/index.js";
import { reportDiff } from "../../generator/cli/reportDiff.js";
import { processTerminal } from "../../generator/cli/terminal.js";
import { spec } from "../diff/twoStates.js";
import { statusgen, testProject } from "../testProject.js";

const changed = spec
  .replace("It worked.", "It went well.")
  .replace("code: SHOP.2", "code: SHOP.3")
  .replace("solution: Fill it.", "solution: Fill it.\n        retired: 2026-01-01")
  .replace("label: shop-label", "label: shop-mark");

/** What the command prints of two specs, with its exit code looked at. */
async function printed(format: string, before: string, after: string): Promise<string> {
  const cwd = await testProject({
    "old.yaml": before,
    "new.yaml": after,
    "package.json": '{"version":"0.1.0"}',
  });
  const { exitCode, stdout } = await statusgen(cwd, "diff", "old.yaml", "new.yaml", "--format", format);
  expect(exitCode).toBe(0);
  return stdout;
}

test("pretty groups by service and level, marks words and suggests the next version", async () => {
  expect(await printed("pretty", spec, changed)).toBe(`Shop (shop)
  breaking
    SHOP.2: removed
      The cart is full.
  feature
    SHOP.3: added  new.yaml:29:15
      The cart is full.
    SHOP.1: retired  new.yaml:28:18
      2026-01-01
  fix
    200: description reworded  new.yaml:17:22
      It [-worked-]{+went well+}.
  no effect on code
    labels changed  new.yaml:6:10
      shop-label, shop-codes__first → shop-mark, shop-codes__first

1 breaking, 2 features, 1 fix, 1 without effect on code. Next version: minor, 0.1.0 → 0.2.0.
`);
});

test("pretty paints words where the terminal shows colours", async () => {
  const cwd = await testProject({ "old.yaml": spec, "new.yaml": changed });
  const result = await diff({ cwd, before: "old.yaml", after: "new.yaml" });
  let text = "";
  const stream = { isTTY: true, write: (more: string) => (text += more) };
  await reportDiff(result, "pretty", processTerminal({ stdout: stream, stderr: stream, env: {} }));
  expect(text).toContain("It \u001b[31mworked\u001b[39m\u001b[32mwent well\u001b[39m.");
});

test("markdown is a section of a changelog", async () => {
  expect(await printed("markdown", spec, changed)).toBe(`### Breaking

- Shop \`SHOP.2\`: removed: “The cart is full.”

### Deprecated

- Shop \`SHOP.1\`: retired: “2026-01-01”

### Added

- Shop \`SHOP.3\`: added: “The cart is full.”

### Changed

- Shop \`200\`: description reworded: “It worked.” → “It went well.”

### No effect on code

- Shop: labels changed: “shop-label, shop-codes__first” → “shop-mark, shop-codes__first”
`);
});

test("github annotates the new state, what is breaking as an error", async () => {
  const [label, removed, added, , reworded] = (await printed("github", spec, changed)).split("\n");
  expect(label).toMatch(/^::notice file=new\.yaml,line=6,.*title=label-changed::/);
  expect(reworded).toMatch(/^::notice file=new\.yaml,/);
  expect([removed, added].join("\n")).toMatch(/::error file=new\.yaml,title=removed::Shop: SHOP\.2: removed/);
});

test("sarif has each change with its place and describes each kind once", async () => {
  const log = JSON.parse(await printed("sarif", spec, changed)) as {
    runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string }[] }];
  };
  const [{ tool, results }] = log.runs;
  const kinds = ["added", "label-changed", "removed", "retired", "reworded"];
  expect(results.map(({ ruleId }) => ruleId).sort()).toEqual(kinds);
  expect(tool.driver.rules.map(({ id }) => id).sort()).toEqual(kinds);
});

describe("a field that no other kind of change is about", () => {
  const before = spec
    .replace("label: first", "label: first\n    number: 7")
    .replace("solution: Fill it.", "solution: Fill it.\n        retired: 2026-01-01");
  const after = before
    .replace("title: Codes", `title: Codes\n  digest: sha256:${"0".repeat(64)}`)
    .replace("\n    number: 7", "")
    .replace("2026-01-01", "2026-01-02");

  test("is named in pretty, with its place", async () => {
    expect(await printed("pretty", before, after)).toBe(`Shop (shop)
  fix
    page.digest added  new.yaml:8:11
      sha256:${"0".repeat(64)}
    SHOP.1: retired changed  new.yaml:29:18
      2026-01-01 → 2026-01-02
  no effect on code
    tables[0].number removed  new.yaml:10:5
      7

2 fixes, 1 without effect on code. Next version: patch, 0.1.0 → 0.1.1.
`);
  });

  test("is code in markdown", async () => {
    expect(await printed("markdown", before, after)).toBe(`### Changed

- Shop: \`page.digest\` added: “sha256:${"0".repeat(64)}”
- Shop \`SHOP.1\`: \`retired\` changed: “2026-01-01” → “2026-01-02”

### No effect on code

- Shop: \`tables[0].number\` removed: “7”
`);
  });

  test("is annotated by github where it is, or was", async () => {
    const lines = (await printed("github", before, after)).trimEnd().split("\n");
    expect(
      lines.map((line) => line.replace(/^::notice file=new\.yaml,line=(\d+),.*::(?=Shop)/, "$1 ")),
    ).toEqual([
      `8 Shop: page.digest added (sha256:${"0".repeat(64)}). The members stay the same.`,
      "10 Shop: tables[0].number removed (7). The generated TypeScript and JSON stay the same.",
      "29 Shop: SHOP.1: retired changed (2026-01-01 → 2026-01-02). The members stay the same.",
    ]);
  });

  test("has its path in json", async () => {
    const { changes } = JSON.parse(await printed("json", before, after)) as { changes: object[] };
    expect(changes).toMatchObject([
      { kind: "field-changed", level: "fix", field: "page.digest", path: ["page", "digest"] },
      { field: "tables[0].number", path: ["tables", 0, "number"], before: "7" },
      { code: "SHOP.1", field: "retired", path: ["tables", 1, "entries", 0, "retired"], after: "2026-01-02" },
    ]);
  });
});

describe("without a change", () => {
  test.each([
    ["pretty", "Nothing has changed.\n"],
    ["markdown", "No changes.\n"],
    ["github", ""],
  ])("%s says so", async (format, said) => {
    expect(await printed(format, spec, spec)).toBe(said);
  });

  test("json has an empty list, and the current version as the next", async () => {
    expect(JSON.parse(await printed("json", spec, spec))).toEqual({
      level: "none",
      version: { bump: "none", current: "0.1.0", next: "0.1.0" },
      changes: [],
      diagnostics: [],
    });
  });
});

describe("hostile texts", () => {
  const text = "# x <img src=x onerror=alert(1)> [a](javascript:b) *c* `d` | \u001b[31m\u202e ::error::e %0A";
  const hostile = spec.replace("It worked.", JSON.stringify(`${text}\n\n### Breaking\n\n- f\n\n::error::g`));

  test("are text in markdown: no heading, link, code or HTML of their own", async () => {
    const { children } = fromMarkdown(await printed("markdown", spec, hostile));
    expect(children.map(({ type }) => type)).toEqual(["heading", "list"]);
    const shown = JSON.stringify(children);
    expect(shown).not.toContain('"type":"html"');
    expect(shown).not.toContain('"type":"link"');
    expect(shown).toContain("<img src=x onerror=alert(1)>");
  });

  test("are one command a change for GitHub", async () => {
    const lines = (await printed("github", spec, hostile)).trimEnd().split("\n");
    expect(lines).toHaveLength(1);
  });
});

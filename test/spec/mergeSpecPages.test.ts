import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import { importPage } from "../../generator/page/importPage.js";
import { inWordsOf } from "../../generator/page/inWordsOf.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { type PageSpec, parseSpec, serviceSaidIn, type Spec } from "../../generator/spec/definition.js";
import { mergeSpec } from "../../generator/spec/mergeSpec.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { repository } from "../testProject.js";
import { fullSpec } from "./fullSpec.js";
import { type Layout, layouts } from "./layouts.js";
import { withPage } from "../pageSpecs.js";

/** All valid specs of this repository. */
const specs = ["spec", "test/fixtures"].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({ file, text: readFileSync(join(repository, folder, file), "utf8") }))
    .filter(({ text }) => specOf(text) !== undefined),
);
specs.push({ file: "full", text: fullSpec });

function specOf(text: string): PageSpec | undefined {
  const source = parseYaml("spec.yaml", text);
  const parsed = parseSpec(source);
  return source.problems.length === 0 && "spec" in parsed && parsed.spec.page
    ? withPage(parsed.spec)
    : undefined;
}

/** The text of a spec after its page was imported; `undefined` where that page is refused. */
function reimported(text: string, page: string): string | undefined {
  const existing = specOf(text);
  if (!existing) throw new Error("The existing spec is not valid.");
  const { spec } = importPage(page, { service: serviceSaidIn(existing) });
  if (!spec) return undefined;
  const said = inWordsOf(existing, spec, { text: page });
  // That a page has another digest than the spec records, or that the spec records none, is not looked at here.
  const { digest: _digest, ...about } = said.page;
  const { digest } = existing.page;
  const imported = { ...said, page: { ...about, ...(digest !== undefined && { digest }) } };
  return mergeSpec(text, imported, "2026-01-02").text;
}

/** Specs that import reads from their pages as they are, in the very words. */
const readBack = specs.filter(({ text }) => {
  const spec = specOf(text);
  const read = spec && importPage(writeRst(buildService(spec, "")), { service: serviceSaidIn(spec) }).spec;
  return read && mergeSpec(text, { ...read, page: spec.page }, "2026-01-02").text === text;
});

/** What a page may do to one entry. */
const edits: Readonly<Record<string, (spec: Spec, table: number, entry: number) => void>> = {
  "has other words": ({ tables }, table, entry) => {
    const edited = tables[table]?.entries[entry];
    if (edited && !edited.deviations?.description)
      edited.description = "It is said *in other words*.\n\nTwice.";
  },
  "is gone": ({ tables }, table, entry) => {
    tables[table]?.entries.splice(entry, 1);
  },
  "has another below it": ({ tables }, table, entry) => {
    const { kind, entries } = tables[table] ?? {};
    const code = kind === "status-codes" ? "599" : "New.1";
    entries?.splice(entry + 1, 0, { code, description: "It is new." });
  },
};

describe.each(Object.entries(layouts))("a spec %s", (_, layout) => {
  test("says the same as before", () => {
    for (const { file, text } of specs)
      expect({ file, spec: specOf(layout(text)) }).toEqual({ file, spec: specOf(text) });
  });

  test("stays byte for byte when its unchanged page is imported", () => {
    for (const { file, text } of specs) {
      const own = layout(text);
      const existing = specOf(own);
      if (existing)
        expect({ file, text: reimported(own, writeRst(buildService(existing, ""))) ?? own }).toEqual({
          file,
          text: own,
        });
    }
  });

  test.each(Object.entries(edits))("changes in the lines of an entry alone when that %s", (_edit, edit) => {
    for (const { text, spec, table, entry } of entriesOf(layout)) {
      edit(spec, table, entry);
      const now = reimported(text, writeRst(buildService(spec, ""))) ?? text;
      const [first, next] = linesOf(text, table, entry);
      const [before, after] = [text.split("\n"), now.split("\n")];
      expect(after.slice(0, first)).toEqual(before.slice(0, first));
      expect(after.slice(after.length - (before.length - next))).toEqual(before.slice(next));
    }
  });
});

/** Entries of tables with several, and for each a spec of its own to be edited. */
function* entriesOf(layout: Layout) {
  for (const { text } of readBack) {
    const own = layout(text);
    for (const [table, { entries }] of (specOf(own)?.tables ?? []).entries()) {
      // A retired entry stays behind the one that it was behind, and what is new comes after both.
      const isLive = (entry: number) => entries[entry]?.retired === undefined;
      const places = [0, 1, entries.length - 1].filter((entry) => isLive(entry) && isLive(entry + 1));
      for (const entry of entries.length > 2 ? places : []) {
        const spec = specOf(own);
        if (spec) yield { text: own, spec, table, entry };
      }
    }
  }
}

/** The index of an entry's first line, and of that of what comes below it. */
function linesOf(text: string, table: number, entry: number): [number, number] {
  const source = parseYaml("spec.yaml", text);
  const line = (...path: readonly (string | number)[]) => source.rangeOf(path).start.line - 1;
  const first = line("tables", table, "entries", entry);
  const below = [line("tables", table, "entries", entry + 1), line("tables", table + 1)];
  // For what is not there, the place of its nearest parent is given.
  return [first, Math.min(...below.filter((each) => each > first), text.split("\n").length)];
}

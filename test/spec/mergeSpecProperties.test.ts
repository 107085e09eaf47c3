import fc from "fast-check";
import { expect, test } from "vitest";
import type { Spec } from "../../generator/spec/definition.js";
import { mergeSpec } from "../../generator/spec/mergeSpec.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import { commentsOf } from "../../generator/spec/yamlComments.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { randomSpec } from "../page/randomSpecs.js";
import { layouts } from "./layouts.js";
import { withPage } from "../pageSpecs.js";

type Table = Spec["tables"][number];
type Entry = Table["entries"][number];

const text = fc.constantFrom(
  "It went.",
  "yes",
  "404",
  "a: b",
  "# no comment",
  "One.\n\n- a\n- b",
  "x, y] }",
  "'q' \"d\"",
);
const edit: fc.Arbitrary<(entry: Entry) => Entry> = fc.oneof(
  { weight: 3, arbitrary: fc.constant((entry: Entry) => entry) },
  text.map((description) => (entry: Entry) => ({ ...entry, description })),
  text.map((message) => (entry: Entry) => ({ ...entry, message })),
  text.map((note) => (entry: Entry) => ({ ...entry, other: { Note: note } })),
  fc.constant(({ message: _message, ...entry }: Entry) => entry as Entry),
);

/** A page with other tables and rows than a spec: some edited, some in other places, some gone, some new. */
const edited = (spec: Spec, other: Spec) =>
  fc
    .shuffledSubarray([...spec.tables, ...other.tables], { minLength: 1 })
    .chain((tables) => fc.tuple(...tables.map(editedTable)))
    .map((tables): Spec => ({ ...spec, tables }));

const editedTable = (table: Table) =>
  fc
    .shuffledSubarray([...table.entries], { minLength: 1 })
    .chain((entries) => fc.tuple(...entries.map((entry) => edit.map((change) => change(entry)))))
    .map((entries) => ({ ...table, entries }) as Table);

const editedSpec = fc
  .tuple(randomSpec, randomSpec, fc.constantFrom(...Object.values(layouts)))
  .chain(([spec, other, layout]) =>
    edited(spec, other).map((page) => ({
      text: layout(noted(writeSpec(spec, "schema.json"))),
      page: withPage(page),
    })),
  );

/** With something of people's in each entry, and a comment. */
const noted = (spec: string) => {
  let count = 0;
  return spec.replaceAll(
    /^( +)- code: .*\n/gm,
    (line, indent: string) => `${line}${indent}  note: ours ${++count} # ${count}\n`,
  );
};

/** What the page says about each entry, retired ones aside. */
function saidOf(tables: readonly Table[]) {
  return tables
    .map(({ entries, ...table }) => ({
      ...table,
      entries: entries
        .filter(({ retired }) => retired === undefined)
        .map(({ name: _name, note: _note, ...entry }: Entry & { note?: string }) => entry),
    }))
    .filter(({ entries }) => entries.length > 0);
}

test("a merged spec says what its page says, and keeps what people wrote", () => {
  fc.assert(
    fc.property(editedSpec, ({ text: before, page }) => {
      const { text: after, entries } = mergeSpec(before, page, "2026-01-02");
      const { data, problems } = parseYaml("spec.yaml", after);
      expect(problems).toEqual([]);
      const { tables } = data as Spec;
      expect(trimmed(saidOf(tables))).toEqual(trimmed(saidOf(page.tables)));
      const all = tables.flatMap((table): Entry[] => table.entries);
      expect(entries.added + entries.altered + entries.retired + entries.kept).toBe(all.length);
      const notes = (yaml: string) => [...yaml.matchAll(/note["']?: ['"]?ours \d+/g)].map(String).sort();
      expect(notes(after)).toEqual(notes(before));
      expect(comments(after)).toEqual(comments(before));
      expect(mergeSpec(after, page, "2027-01-02").text).toBe(after);
    }),
    { numRuns: 150 },
  );
});

function comments(yaml: string): string[] {
  return commentsOf(yaml.replace("\uFEFF", ""))
    .map((comment) => comment.text)
    .sort();
}

/** The same data with texts that end without a line end. */
function trimmed(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === "string" ? value.trimEnd() : value,
  );
}

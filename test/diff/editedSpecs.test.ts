import fc from "fast-check";
import { expect, test } from "vitest";
import { diff } from "../../generator/index.js";
import { tried } from "../emit/hostileSpecs.js";
import { testProject } from "../testProject.js";
import { generatedFrom } from "./generatedFrom.js";

interface Entry {
  readonly code: string;
  readonly description: string;
  readonly other?: Readonly<Record<string, string>>;
}

interface Table {
  readonly kind: string;
  readonly title?: string;
  readonly columns: readonly unknown[];
  readonly entries: readonly Entry[];
}

/** Few codes and few texts: one code has several rows, and some rows say the same. */
function tableOf(kind: string, codes: readonly string[]): fc.Arbitrary<Table> {
  const entry = fc.record<Entry, "code" | "description">(
    {
      code: fc.constantFrom(...codes),
      description: fc.constantFrom("One.", "Two."),
      other: fc.constantFrom({ A: "1", B: "2" }, { A: "1" }),
    },
    { requiredKeys: ["code", "description"] },
  );
  return fc.record<Table, "kind" | "columns" | "entries">(
    {
      kind: fc.constant(kind),
      title: fc.constantFrom("First", "Second"),
      columns: fc.constant([{ code: "Code" }, "Description", { other: "A" }, { other: "B" }]),
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ["kind", "columns", "entries"] },
  );
}

const tables = fc.array(
  fc.oneof(tableOf("status-codes", ["404", "410", "4xx"]), tableOf("error-codes", ["E.1", "E.2"])),
  { minLength: 1, maxLength: 3 },
);

type Edit = (tables: readonly Table[], place: number) => readonly Table[];

/** What people do to a spec, at a place of it. */
const edits: readonly Edit[] = [
  moveFirst,
  function moveTitle(edited, place) {
    const titles = moveFirst(
      edited.map(({ title }) => title),
      place,
    );
    return edited.map(({ title: _title, ...each }, index) => {
      const title = titles[index];
      return title === undefined ? each : { ...each, title };
    });
  },
  function divideTable(edited, place) {
    return edited.flatMap((each, index) => {
      const [start, end] = [each.entries.slice(0, 1), each.entries.slice(1)];
      const isDivided = index === place % edited.length && end.length > 0;
      return isDivided ? [start, end].map((entries) => ({ ...each, entries })) : [each];
    });
  },
  ofEntries(moveFirst),
  ofEntries((entries, place) => [...entries, ...entries.slice(place % entries.length)]),
  ofEntries((entries) => (entries.length > 1 ? entries.slice(1) : entries)),
  ofDescriptions((text) => text.replace("One", "**One**")),
  ofDescriptions((text) => `${text}\n`),
  ofEntries((entries) =>
    entries.map(({ other, ...entry }) => ({
      ...(other && { other: Object.fromEntries(Object.entries(other).reverse()) }),
      ...entry,
    })),
  ),
];

function ofEntries(edit: (entries: readonly Entry[], place: number) => readonly Entry[]): Edit {
  return (edited, place) =>
    edited.map((each, index) =>
      index === place % edited.length ? { ...each, entries: edit(each.entries, place) } : each,
    );
}

function ofDescriptions(edit: (description: string) => string): Edit {
  return ofEntries((entries) => entries.map((entry) => ({ ...entry, description: edit(entry.description) })));
}

function moveFirst<Item>(items: readonly Item[], place: number): readonly Item[] {
  const [first, ...others] = items;
  return first === undefined ? items : others.toSpliced(place % items.length, 0, first);
}

function textOf(edited: readonly Table[]): string {
  const [service, page] = [
    { id: "shop", name: "Shop" },
    { id: "codes", title: "Codes" },
  ];
  return JSON.stringify({ service, page, tables: edited });
}

test("whatever is edited in a spec, the level is none only if the generated files are the same", async () => {
  const someEdits = fc.array(fc.tuple(fc.constantFrom(...edits), fc.nat(5)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(tables, someEdits, async (made, chosen) => {
      let edited: readonly Table[] = made;
      for (const [edit, place] of chosen) edited = edit(edited, place);
      const [before, after] = [textOf(made), textOf(edited)];
      const [old, now] = [await generatedFrom(before), await generatedFrom(after)];
      fc.pre(old !== undefined && now !== undefined);
      const cwd = await testProject({ "old.yaml": before, "new.yaml": after });
      const { changes, level } = await diff({ cwd, before: "old.yaml", after: "new.yaml" });
      expect(level === "none", JSON.stringify(changes)).toBe(old === now);
    }),
    tried(200),
  );
});

import type { Table } from "../../catalogue/catalogue.js";
import { pageFields } from "../../spec/fields.js";
import type { Path } from "../../spec/yamlSource.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const fieldWithoutColumn = defineRule({
  id: "field-without-column",
  stage: "spec",
  severity: "error",
  summary: "An entry that is not retired has a field that the table has no column for.",
  *check(spec) {
    const lacking = new Set(spec.service.tables.filter((_, index) => spec.indexes[index]?.lacksColumns));
    const misplaced = new Map<string, { readonly first: Path; readonly entries: number }>();
    for (const { path, spec: entry, table, unread } of entriesOf(spec)) {
      // The columns are the page's of today, and a retired entry says what the page said once.
      if (lacking.has(table) || entry.retired !== undefined) continue;
      if (table.columns.some(({ role }) => role === undefined)) continue;
      const texts: Readonly<Record<string, unknown>> = entry;
      // A dash says that there is nothing to say, which needs no column.
      const written = pageFields.filter(
        ({ name }) => Object.hasOwn(entry, name) && texts[name] !== "-" && !unread.includes(name),
      );
      const fields = written.map(({ name }) => name).filter((field) => !hasColumn(table, field));
      const headers = Object.keys(entry.other ?? {}).filter(
        (header) => !table.columns.some((column) => column.role === "other" && column.header === header),
      );
      const paths = [...fields.map((field) => [field]), ...headers.map((header) => ["other", header])];
      for (const inEntry of paths) {
        const key = JSON.stringify([path[1], ...inEntry]);
        const { first, entries } = misplaced.get(key) ?? { first: [...path, ...inEntry], entries: 0 };
        misplaced.set(key, { first, entries: entries + 1 });
      }
    }
    for (const { first, entries } of misplaced.values()) {
      const howOften = entries === 1 ? "" : `, which ${entries} of its entries have`;
      yield {
        path: first,
        target: "key",
        message: `The table has no column for "${shortened(String(first.at(-1)))}"${howOften}.`,
        help: "Add the column to the table's `columns`, or remove this from each entry.",
      };
    }
  },
});

function hasColumn({ columns }: Table, field: string): boolean {
  return columns.some(({ role }) => role === field || (role === "codeAndMessage" && field === "message"));
}

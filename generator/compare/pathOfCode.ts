import type { SpecService, Table } from "../catalogue/catalogue.js";
import type { Path } from "../spec/yamlSource.js";

/** Where the first entry of a code is in a spec; without one, where the first table of the kind does. */
export function pathOfCode({ tables }: SpecService, kind: Table["kind"], code: string | undefined): Path {
  for (const [table, { entries, ...rest }] of tables.entries()) {
    const entry = rest.kind === kind ? [...entries].findIndex((each) => each.code === code) : -1;
    if (entry >= 0) return ["tables", table, "entries", entry, "code"];
  }
  return [
    "tables",
    Math.max(
      0,
      tables.findIndex((table) => table.kind === kind),
    ),
    "entries",
  ];
}

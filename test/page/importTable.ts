import { buildService } from "../../generator/catalogue/buildService.js";
import type { Table } from "../../generator/catalogue/catalogue.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import type { PageTable } from "../../generator/page/pageTree.js";
import { recogniseTable } from "../../generator/page/recogniseTable.js";
import { tableFromPage, type TableRows } from "../../generator/page/tableFromPage.js";
import type { ColumnRole } from "../../generator/spec/columns.js";
import type { Spec } from "../../generator/spec/definition.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";

interface ImportedTable {
  /** What the spec has of the table. */
  readonly rows: TableRows;
  /** What the catalogue has of it, by way of the spec's YAML. */
  readonly table: Table;
  readonly problems: readonly string[];
}

/** Takes a table of a page through the YAML of a spec. */
export function importTable(page: PageTable, roles?: readonly ColumnRole[]): ImportedTable {
  const recognised = recogniseTable(page, roles && (() => ({ roles })));
  if (recognised.kind === "other") throw new Error(recognised.reason);
  const rows = tableFromPage(page, recognised);
  const { findings: _, spans, columns, entries } = rows;
  const spec = {
    service: { id: "small", name: "Small" },
    page: { id: "small", title: "Codes" },
    tables: [{ kind: recognised.kind, columns, ...(spans.length > 0 && { spans }), entries }],
  } as unknown as Spec;
  const { catalogue, diagnostics } = loadCatalogue([{ file: "spec/small.yaml", text: writeSpec(spec, "s") }]);
  const [table] = (catalogue?.services[0] ?? buildService(spec, "")).tables;
  if (!table) throw new Error("There is no table.");
  return { rows, table, problems: diagnostics.map(({ message }) => message) };
}

import type { Entry, Service, Table } from "../../generator/catalogue/catalogue.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { importPage } from "../../generator/page/importPage.js";
import { readPage } from "../../generator/page/readPage.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { writeTableOf } from "../../generator/page/rst/writeTableOf.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import type { CorpusPage, TrueTable } from "./readCorpus.js";
import { onlySpec } from "../pageSpecs.js";

/** What came out of importing one page and writing it again, counted. */
export interface PageMeasure {
  readonly milliseconds: number;
  readonly tables: number;
  readonly tablesFound: number;
  readonly cells: number;
  readonly cellsEqual: number;
  readonly tablesReproduced: number;
  readonly isReproduced: boolean;
  readonly isImported: boolean;
  /** What differs, in words. */
  readonly differences: readonly string[];
}

const kinds = { "status-codes": "status-code", "error-codes": "error-code" } as const;

/** Imports a page, takes it through the YAML of its spec, and compares what is said then with the truth. */
export function measurePage({ name, text, tables: all }: CorpusPage): PageMeasure {
  const start = performance.now();
  const { spec, findings } = importPage(text, { service: { id: "measured", name: "Measured" } });
  const milliseconds = performance.now() - start;
  const expected = all.filter(({ kind }) => kind !== "other");
  const nothing = {
    milliseconds,
    tables: expected.length,
    tablesFound: 0,
    cells: cellsIn(expected),
    cellsEqual: 0,
  };
  const none = { ...nothing, tablesReproduced: 0, isReproduced: false, isImported: spec !== undefined };
  if (!spec)
    return {
      ...none,
      differences: expected.length > 0 ? [`${name}: refused: ${findings[0]?.message ?? ""}`] : [],
    };

  const { catalogue, diagnostics } = loadCatalogue([
    { file: "spec.yaml", text: writeSpec(spec, "schema.json") },
  ]);
  const [service] = catalogue?.services ?? [];
  if (!service) return { ...none, differences: diagnostics.map(({ message }) => `${name}: ${message}`) };

  const differences: string[] = [];
  const found = expected.filter(
    (table, index) => kinds[service.tables[index]?.kind ?? "status-codes"] === table.kind,
  );
  if (service.tables.length !== expected.length) {
    differences.push(`${name}: ${service.tables.length} tables were found, ${expected.length} are there`);
  }
  const equal = expected.map((table, index) =>
    equalCells(table, service.tables[index], `${name} table ${table.index}`, differences),
  );
  return {
    ...none,
    tablesFound: service.tables.length === expected.length ? found.length : 0,
    cellsEqual: equal.reduce((sum, count) => sum + count, 0),
    tablesReproduced: reproducedTables(text, service, name, differences),
    isReproduced: writeRst(onlySpec(service)) === text,
    differences,
  };
}

function cellsIn(tables: readonly TrueTable[]): number {
  return tables
    .flatMap(({ rows }) => rows.map(({ row }) => row.length))
    .reduce((sum, count) => sum + count, 0);
}

function equalCells(
  { rows }: TrueTable,
  table: Table | undefined,
  place: string,
  differences: string[],
): number {
  const entries: readonly Entry[] = table?.entries ?? [];
  let equal = 0;
  for (const [index, { row }] of rows.entries()) {
    const entry = entries[index];
    const said = entry && table ? rowOf(entry, table) : [];
    for (const [column, cell] of row.entries()) {
      if (comparable(said[column] ?? "") === comparable(cell)) equal++;
      else
        differences.push(
          `${place} row ${index} column ${column}: ${JSON.stringify(said[column])} is ${JSON.stringify(cell)}`,
        );
    }
  }
  return equal;
}

/** An entry as the truth has it: code, message, then the other columns in the page's order. */
function rowOf(entry: Entry, { columns }: Table): string[] {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  const rest = columns.filter(
    ({ role }) => role !== "code" && role !== "codeAndMessage" && role !== "message",
  );
  const cells = rest.map(({ role = "other", header }) =>
    role === "other" ? entry.other[header] : fields[role],
  );
  const literal = new Set(["status", "module"]);
  const texts = cells.map((cell, index) => {
    const text = typeof cell === "string" ? cell : "";
    return literal.has(rest[index]?.role ?? "") ? text : markdownToText(text);
  });
  return [entry.code, entry.message ?? "", ...texts];
}

function comparable(text: string): string {
  const squeezed = text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
  return /^[-–—]$/.test(squeezed) ? "" : squeezed;
}

function reproducedTables(text: string, service: Service, name: string, differences: string[]): number {
  const { tables, sourceLines } = readPage(text);
  return service.tables.filter((table, index) => {
    const lines = tables[index]?.table.lines;
    const source = lines
      ? sourceLines
          .slice(lines.start - 1, lines.end - 1)
          .join("\n")
          .trimEnd()
      : "";
    const titled = service.tables.slice(0, index + 1).filter(({ title }) => title !== undefined).length;
    const isSame = writeTableOf(table, table.number ?? titled).join("\n") === source;
    if (!isSame) differences.push(`${name} table ${index}: not reproduced byte for byte`);
    return isSame;
  }).length;
}

import type { ColumnRole } from "../spec/columns.js";
import type { SpecDeviation } from "../spec/deviationsOf.js";

/** All specs, validated, with every name resolved: the only thing that emitters see. */
export interface Catalogue {
  /** In order of their ids. */
  readonly services: readonly Service[];
}

/** One service: what one spec, and so one page, says. */
export interface Service {
  /** Folder and import subpath, such as `apig`. */
  readonly id: string;
  readonly name: string;
  /** What generated names start with, such as `Apig`. */
  readonly prefix: string;
  /** The spec's path, relative to the project, with `/` between its parts. */
  readonly specFile: string;
  readonly page: Page;
  /** In the page's order. */
  readonly tables: readonly Table[];
}

/** The vendor's page. */
export interface Page {
  /** The page's original name, without `.html`. */
  readonly id: string;
  readonly title: string;
  /** `sha256:` and the page's SHA-256 in hexadecimal. */
  readonly digest?: string;
}

/** One code table of a page. */
export type Table = StatusCodeTable | ErrorCodeTable;

interface TableBase {
  /** The label as the page has it, complete. */
  readonly label?: string;
  readonly title?: string;
  /** Markdown, with `{table}` for the reference to the table. */
  readonly lead?: string;
  readonly columns: readonly Column[];
}

interface StatusCodeTable extends TableBase {
  readonly kind: "status-codes";
  readonly entries: readonly StatusCodeEntry[];
}

interface ErrorCodeTable extends TableBase {
  readonly kind: "error-codes";
  readonly entries: readonly ErrorCodeEntry[];
}

export interface Column {
  /** Absent where nothing tells it, which a rule reports. */
  readonly role?: ColumnRole;
  readonly header: string;
}

/** One row of a table. */
export type Entry = StatusCodeEntry | ErrorCodeEntry;

interface EntryBase {
  /** The code as the page writes it. */
  readonly code: string;
  /** The TypeScript identifier, unique among the codes of its service and kind. */
  readonly name: string;
  /** Plain text; absent where the vendor gives none. */
  readonly message?: string;
  /** Cells of columns without a role of their own: Markdown, by header. */
  readonly other: Readonly<Record<string, string>>;
  /** Since when the page no longer lists the code: a version or a date. */
  readonly retired?: string;
  readonly deviations: readonly SpecDeviation[];
  /** The page's row: each column's cell as Markdown, as the vendor wrote it, deviations undone. */
  readonly cells: readonly string[];
}

export interface StatusCodeEntry extends EntryBase {
  readonly kind: "status-code";
  /** The HTTP status code as a number, 100 to 599. */
  readonly value: number;
  /** Markdown. */
  readonly description: string;
}

export interface ErrorCodeEntry extends EntryBase {
  readonly kind: "error-code";
  /** The HTTP status as the page writes it, such as `400` or `400/404`. */
  readonly status?: string;
  readonly module?: string;
  /** Markdown. */
  readonly description?: string;
  /** Markdown. */
  readonly solution?: string;
}

/** The HTTP status codes of a service, over all its tables, in numeric order. */
export function statusCodesOf({ tables }: Service): StatusCodeEntry[] {
  return tables
    .flatMap((table) => (table.kind === "status-codes" ? table.entries : []))
    .sort((a, b) => a.value - b.value);
}

/** An error code with all its entries: the page may list it under several modules or statuses. */
export interface ErrorCode {
  readonly code: string;
  readonly name: string;
  readonly entries: readonly [ErrorCodeEntry, ...ErrorCodeEntry[]];
}

/** The error codes of a service, over all its tables, in the page's order, each code once. */
export function errorCodesOf({ tables }: Service): ErrorCode[] {
  const codes = new Map<
    string,
    { code: string; name: string; entries: [ErrorCodeEntry, ...ErrorCodeEntry[]] }
  >();
  for (const table of tables) {
    if (table.kind !== "error-codes") continue;
    for (const entry of table.entries) {
      const known = codes.get(entry.code);
      if (known) known.entries.push(entry);
      else codes.set(entry.code, { code: entry.code, name: entry.name, entries: [entry] });
    }
  }
  return [...codes.values()];
}

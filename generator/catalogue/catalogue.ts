import type { NameCase } from "./names.js";
import type { ColumnRole } from "../spec/columns.js";
import type { Field, FieldValue, FieldValues } from "../spec/fields.js";
import type { SpecDeviation } from "../spec/deviationsOf.js";

export { type Field, type FieldValue, fieldsOf } from "../spec/fields.js";

/** All specs, validated, with every name resolved: the only thing that emitters see. */
export interface Catalogue {
  /** In order of their ids. */
  readonly services: readonly Service[];
}

/** What all specs of a service share: what it is called, and how its codes are named. */
export interface ServiceHead {
  /** Folder and import subpath, such as `apig`. */
  readonly id: string;
  /** The name for people, as plain text. */
  readonly name: string;
  /** What generated names start with, such as `Apig`. */
  readonly prefix: string;
  /** What the codes of tables that do not say it are named after. Default: see {@link Table.names}. */
  readonly names?: "message" | "code";
  /** How derived names are written: `NotFound` or `NOT_FOUND`. */
  readonly case: NameCase;
}

/** One service: what all specs with its id say. */
export interface Service extends ServiceHead {
  /** What its entries can say beside their codes, in the order in which people read it. */
  readonly fields: readonly Field[];
  /** What each spec says, in order of the specs' paths. */
  readonly specs: readonly SpecService[];
  /** The tables of all specs. */
  readonly tables: readonly Table[];
}

/** A service as one of its specs has it. */
export interface SpecService extends Omit<Service, "specs"> {
  /** The spec's path, relative to the project, with `/` between its parts. */
  readonly specFile: string;
  /** The page that the spec transcribes; absent if its codes are on no page. */
  readonly page?: Page;
}

/** A service as the spec of a page has it. */
export type PageService = SpecService & { readonly page: Page };

export function isOfPage(service: SpecService): service is PageService {
  return service.page !== undefined;
}

/** The pages that list a service's codes, in order of their specs. */
export function pagesOf({ specs }: Service): Page[] {
  return specs.flatMap(({ page }) => page ?? []);
}

/** The service that specs of one id are about. */
export function joinSpecs(specs: readonly [SpecService, ...SpecService[]]): Service {
  const { specFile: _file, page: _page, tables: _tables, ...head } = specs[0];
  return { ...head, specs, tables: specs.flatMap(({ tables }) => tables) };
}

/** A page of codes. */
export interface Page {
  /** The page's original name, without `.html`. */
  readonly id: string;
  /** The page's label. */
  readonly label: string;
  /** The title, as Markdown. */
  readonly title: string;
  /** The name of the reader of its format; absent for reStructuredText. */
  readonly format?: string;
  /** Where the page was read from: a path relative to the project, or a URL. */
  readonly source?: string;
  /** The https URL of exactly this revision. */
  readonly permalink?: string;
  /** `sha256:` and the page's SHA-256 in hexadecimal. */
  readonly digest?: string;
  /** The text above the page's title, in the page's format; in reStructuredText, if it is not just the name and the label. */
  readonly top?: string;
  /** The text after the last table, in the page's format. */
  readonly after?: string;
  /**
   * What a reader of people's own writes it with.
   *
   * @internal
   */
  readonly write?: (service: PageService) => WrittenPage;
}

/** A page as it was made again, or why it was not. */
export type WrittenPage = { readonly text: string } | { readonly reason: string };

/** One code table of a page. */
export type Table = StatusCodeTable | ErrorCodeTable;

interface TableBase {
  /** The text before the table that is not about it, in the page's format. */
  readonly before?: string;
  /** The heading above the table, as Markdown. */
  readonly section?: string;
  /** The text of the list item that contains the table, as Markdown. */
  readonly item?: string;
  /** The complete label on the page. */
  readonly label?: string;
  /** The title, as Markdown. */
  readonly title?: string;
  /** The number in the title, if it is not the table's position among the tables with a title; 0 for none. */
  readonly number?: number;
  /** The text above the table, as Markdown, with `{table}` for the reference to the table. */
  readonly lead?: string;
  /** The number of columns by which the table is indented, if its list item does not determine it. */
  readonly indent?: number;
  /** Whether the page has the headers in an ordinary row. */
  readonly isHeadless?: boolean;
  /** What codes without a name of their own are named after. */
  readonly names: "message" | "code";
  /** In the page's order; of a spec without a page, those of its fields. */
  readonly columns: readonly Column[];
}

interface StatusCodeTable extends TableBase {
  /** A table of HTTP status codes. */
  readonly kind: "status-codes";
  /** In the page's order. */
  readonly entries: readonly StatusCodeEntry[];
}

interface ErrorCodeTable extends TableBase {
  /** A table of error codes. */
  readonly kind: "error-codes";
  /** In the page's order. */
  readonly entries: readonly ErrorCodeEntry[];
}

export interface Column {
  /** What it holds: also the name of a declared field. Absent if it is unclear, which a rule reports. */
  readonly role?: ColumnRole | (string & {});
  /** The header on the page, as plain text. */
  readonly header: string;
}

/** One row of a table. */
export type Entry = StatusCodeEntry | ErrorCodeEntry;

interface EntryBase {
  /** The code as the page writes it. */
  readonly code: string;
  /** The TypeScript identifier, unique among the codes of its service and kind. */
  readonly name: string;
  /** The cells of the columns with the role `other`, as Markdown, by header. */
  readonly other: Readonly<Record<string, string>>;
  /** The version or date since which the page no longer lists the code. */
  readonly retired?: string;
  /** The page that lists it; absent if no page does. */
  readonly page?: Page;
  /** The corrections of the page's texts. */
  readonly deviations: readonly SpecDeviation[];
  /** The page's row: each column's cell as Markdown, as the vendor wrote it, deviations undone. */
  readonly cells: readonly string[];
}

/** An entry of a status code, with what it says in its fields. */
export interface StatusCodeEntry extends EntryBase, FieldValues<"status-codes"> {
  /** An entry of a status code. */
  readonly kind: "status-code";
  /** The HTTP status codes that the code stands for: one, several (`400/404`) or none (`4xx`, `default`). */
  readonly values: readonly number[];
}

/** An entry of an error code, with what it says in its fields. */
export interface ErrorCodeEntry extends EntryBase, FieldValues<"error-codes"> {
  /** An entry of an error code. */
  readonly kind: "error-code";
  /** The code as it is on the wire: a number, if the table's codes are numbers. */
  readonly value: string | number;
}

/** What an entry says in a field, if it says anything. */
export function valueOf(entry: Entry, { name }: Field): FieldValue | undefined {
  return (entry as unknown as Readonly<Record<string, FieldValue | undefined>>)[name];
}

/** A value as people read it: a text as it is, in plain words whether something is so. */
export function valueText(value: FieldValue | undefined): string | undefined {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(value) : value;
}

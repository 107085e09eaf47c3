import type { PhrasingContent } from "mdast";
import {
  cellText,
  type Entry,
  type Field,
  markdownTable,
  markdownToText,
  type Page,
  printMarkdown,
  type SpecService,
  type Table,
  valueOf,
  valueText,
  widthOf,
} from "../api.js";
import { anchor, cellContent, code, heading, link, list, paragraph, plain, text } from "./markdownNodes.js";

/** A column of a documentation table; it is left out where no entry has anything to say in it. */
interface DocColumn {
  readonly header: string;
  readonly cell: (entry: Entry) => PhrasingContent[];
}

/** The documentation of one table, as blocks of Markdown. */
export function tableDocument(service: SpecService, table: Table): (string | readonly string[])[] {
  const entries: readonly Entry[] = table.entries;
  const anchored = firstOfEach(entries);
  const columns = columnsOf(service, table).map(({ header, cell }) => ({
    header,
    cells: entries.map((entry) => cellText(cell(entry))),
  }));
  const [codes] = columns;
  entries.forEach((entry, row) => {
    if (codes && anchored.has(entry))
      codes.cells[row] = `${anchor(entry.code).value}${codes.cells[row] ?? ""}`;
  });
  const shown = columns.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return [
    printMarkdown(heading(1, `${service.name}: ${titleOf(table, service)}`)).trimEnd(),
    ...(service.page ? origin(service.page) : []),
    markdownTable(
      shown.map(({ header }) => cellText(plain(header))),
      entries.map((_, row) => shown.map(({ cells }) => cells[row] ?? "")),
      widthOf,
    ),
    ...deviations(entries),
  ];
}

/** The entries that are the first of their codes. */
function firstOfEach(entries: readonly Entry[]): ReadonlySet<Entry> {
  return new Set(new Map(entries.toReversed().map((entry) => [entry.code, entry])).values());
}

/** Where the page can be read: in the revision that this is from, and as it is now. */
function origin({ title, source, permalink }: Page): string[] {
  const name = markdownToText(title);
  // As an address it is in ASCII, and says where it leads.
  const latest = source?.startsWith("https:") && URL.canParse(source) ? [new URL(source).href] : [];
  if (permalink === undefined && latest.length === 0) return [];
  return [
    paragraph([
      text("Transcribed from "),
      permalink === undefined ? text(name) : link(permalink, name),
      ...latest.flatMap((url) => [text(" ("), link(url, "latest version"), text(")")]),
      text("."),
    ]),
  ].map((block) => printMarkdown(block).trimEnd());
}

/** What a table is called: by its title, or by what it is under. */
export function titleOf({ title, item, section, kind }: Table, { page }: SpecService): string {
  return markdownToText(title ?? item ?? section ?? page?.title ?? kinds[kind]);
}

function columnsOf({ fields }: SpecService, table: Table): DocColumn[] {
  const others = new Set(table.entries.flatMap((entry) => Object.keys(entry.other)));
  return [
    { header: "Code", cell: (entry) => [code(entry.code)] },
    { header: "Name", cell: (entry) => (entry.name === "" ? [] : [code(entry.name)]) },
    ...fields.map((field) => ({ header: field.title, cell: (entry: Entry) => fieldContent(entry, field) })),
    ...[...others].map((header) => ({ header, cell: (entry: Entry) => cellContent(entry.other[header]) })),
    { header: "Retired since", cell: (entry) => plain(entry.retired) },
  ];
}

function fieldContent(entry: Entry, field: Field): PhrasingContent[] {
  const text = valueText(valueOf(entry, field));
  return field.type === "markdown" ? cellContent(text) : plain(text);
}

function deviations(entries: readonly Entry[]): string[] {
  const items = entries.flatMap((entry) =>
    entry.deviations.map(({ field, original, reason }) => [
      code(entry.code),
      text(` ${field}: the page says “`),
      ...cellContent(original),
      text("” – "),
      ...cellContent(reason),
    ]),
  );
  if (items.length === 0) return [];
  return [
    heading(2, "Where this differs from the page"),
    paragraph([text("Corrections of the vendor's text:")]),
    list(items),
  ].map((block) => printMarkdown(block).trimEnd());
}

const kinds: Readonly<Record<Table["kind"], string>> = {
  "status-codes": "Status Codes",
  "error-codes": "Error Codes",
};

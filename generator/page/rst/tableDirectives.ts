import { isTooMuch, textLimit } from "../../markdown/textBudget.js";
import type { PageNode } from "../pageTree.js";
import type { Context } from "./context.js";
import { csvRows } from "./csvRows.js";
import type { Directive } from "./directive.js";
import { parseInline } from "./inline.js";
import { bulletItems } from "./lists.js";
import { mostCells, type Problem, type RawRow, type RawTable, tooManyCells } from "./rawTable.js";
import { type SourceLine, textOfLines, trimBlank } from "./sourceLines.js";
import { pageTable } from "./tables.js";

const forAll = ["class", "name", "align", "width", "widths"];
const forData = [...forAll, "header-rows", "stub-columns"];

/** The options of the directives that are tables. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  table: forAll,
  "list-table": forData,
  "csv-table": [...forData, "header", "file", "url", "encoding", "delim", "keepspace", "quote", "escape"],
};

export function isTableDirective(name: string): boolean {
  return Object.hasOwn(optionsOf, name);
}

/**
 * The table that a directive is, or what is in its place.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/directives.html#table
 */
export function tableOfDirective(directive: Directive, context: Context): readonly PageNode[] {
  const { name, argument, content, lines } = directive;
  const refuse = ({ line, message }: Problem): readonly PageNode[] => {
    context.tableProblems.push({ line, message });
    return [{ kind: "unknown", what: `${name} directive`, lines }];
  };
  const odd = oddOption(directive);
  if (odd !== undefined) return refuse({ line: lines.start, message: odd });
  if (isTooMuch(argument))
    return refuse({ line: lines.start, message: `The table's title has over ${textLimit}.` });
  const title = argument === "" ? {} : { title: parseInline(argument) };
  if (name === "table") {
    const [table, ...more] = context.parse(content, context);
    if (table?.kind === "table" && more.length === 0) return [{ ...table, ...title, lines }];
    return table?.kind === "unknown" && more.length === 0 && context.tableProblems.length > 0
      ? [table]
      : refuse({
          line: lines.start,
          message: "A `table` directive must contain one table and nothing else.",
        });
  }
  const raw = name === "csv-table" ? csvTable(directive) : listTable(directive);
  if ("message" in raw) return refuse(raw);
  const layout = name === "csv-table" ? "csv" : "list";
  return [{ ...pageTable(raw, layout, lines, context), ...title }];
}

function oddOption({ name, options, hasOddOptions }: Directive): string | undefined {
  if (hasOddOptions) return "The options must be names between colons, each listed once.";
  for (const option of options.keys()) {
    if (!optionsOf[name]?.includes(option)) return `\`:${option}:\` is not an option of this directive.`;
  }
  const wrong = Object.entries(values).find(
    ([option, { form }]) => options.has(option) && !form.test(valueOf(options, option)),
  );
  return wrong && `\`:${wrong[0]}:\` is not ${wrong[1].what}.`;
}

const number = { form: /^[0-9]+$/, what: "a number" };

/** What docutils takes for values of options; of others, it takes any. */
const values: Readonly<Record<string, { readonly form: RegExp; readonly what: string }>> = {
  "header-rows": number,
  "stub-columns": number,
  align: { form: /^(?:left|center|right)$/i, what: "left, center or right" },
  width: { form: /^[0-9.]+ *(?:em|ex|px|in|cm|mm|pt|pc|%)?$/, what: "a length" },
  widths: {
    form: /^(?:auto|grid|[1-9][0-9]*(?:(?: *, *| +)[1-9][0-9]*)*)$/,
    what: "a list of positive numbers",
  },
};

function valueOf(options: Directive["options"], option: string): string {
  return textOfLines(options.get(option) ?? []).trim();
}

function csvTable({ options, content, lines }: Directive): RawTable | Problem {
  const remote = ["file", "url"].find((option) => options.has(option));
  if (remote !== undefined) {
    return { line: lines.start, message: `\`:${remote}:\` refers to another file, which is not read.` };
  }
  const header = csvRows(options.get("header") ?? [], {
    delimiter: ",",
    quote: '"',
    escape: "\\",
    keepsBlanks: false,
  });
  if ("message" in header) return header;
  const escape = options.has("escape") ? { escape: signOf(options, "escape", "\\") } : {};
  const delimiter = signOf(options, "delim", ",");
  const quote = signOf(options, "quote", '"');
  if ([delimiter, quote, escape.escape ?? "\\"].some((sign) => Array.from(sign).length !== 1))
    return { line: lines.start, message: "`:delim:`, `:quote:` and `:escape:` must each be one character." };
  if (escape.escape === delimiter)
    return { line: lines.start, message: "`:delim:` and `:escape:` must be different characters." };
  const rows = csvRows(trimBlank(content), {
    delimiter,
    quote,
    keepsBlanks: options.has("keepspace"),
    ...escape,
  });
  if ("message" in rows) return rows;
  const width = [...header, ...rows].reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length * width > mostCells) return { line: lines.start, message: tooManyCells };
  const stubs = Number(valueOf(options, "stub-columns"));
  const short = stubs > 0 ? rows.find((row) => row.length <= stubs) : undefined;
  if (short)
    return { line: short[0]?.[0]?.line ?? lines.start, message: "The row has no cell besides its stubs." };
  const cells = (row: readonly (readonly SourceLine[])[]): RawRow => {
    const line = row[0]?.[0]?.line ?? lines.start;
    return Array.from({ length: width }, (_, column) => ({
      lines: row[column] ?? [],
      line: row[column]?.[0]?.line ?? line,
      moreRows: 0,
      moreColumns: 0,
    }));
  };
  return withHeaderRows(header.map(cells), rows.map(cells), options, lines.start);
}

/** A sign as an option gives it: itself, a word for it, or its code point. */
function signOf(options: Directive["options"], option: string, otherwise: string): string {
  const value = valueOf(options, option);
  const [, hex] = /^(?:0x|x|\\x|U\+|u|\\u)([0-9a-f]+)$|^&#x([0-9a-f]+);$/i.exec(value) ?? [];
  if (value === "tab" || value === "space") return value === "tab" ? "\t" : " ";
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return value === "" ? otherwise : value;
}

/** Rows that are the items of a bullet list, each of them a list of its cells. */
function listTable({ options, content, lines }: Directive): RawTable | Problem {
  const rows = itemsOf(content);
  if (!rows)
    return {
      line: lines.start,
      message: "A `list-table` directive must contain one bullet list and nothing else.",
    };
  const cells: RawRow[] = [];
  for (const row of rows) {
    const line = row[0]?.line ?? lines.start;
    const items = itemsOf(row);
    if (!items) return { line, message: "The row of a `list-table` must be one bullet list of its cells." };
    cells.push(
      items.map((item) => ({ lines: item, line: item[0]?.line ?? line, moreRows: 0, moreColumns: 0 })),
    );
    const width = cells[0]?.length ?? 0;
    if (items.length !== width) {
      return { line, message: `The row has ${items.length} cells, but the first one has ${width}.` };
    }
  }
  return withHeaderRows([], cells, options, lines.start);
}

/** The items of the one bullet list that the lines are. */
function itemsOf(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] | undefined {
  const inside = trimBlank(lines);
  const { items, next } = bulletItems(inside, 0);
  return items.length > 0 && next === inside.length ? items : undefined;
}

function withHeaderRows(
  header: readonly RawRow[],
  rows: readonly RawRow[],
  options: Directive["options"],
  line: number,
): RawTable | Problem {
  const count = Number(valueOf(options, "header-rows"));
  const width = (header[0] ?? rows[0])?.length ?? 0;
  const widths = valueOf(options, "widths");
  const given = widths.split(/[\s,]+/).length;
  if (rows.length <= count) {
    return { line, message: `The table has ${rows.length} rows, but ${count} of them are headers.` };
  }
  if (/^[0-9]/.test(widths) && given !== width) {
    return { line, message: `The table has ${width} columns, but ${given} widths are given.` };
  }
  const stubs = Number(valueOf(options, "stub-columns"));
  if (stubs > 0 && stubs >= width) {
    return { line, message: "The table has no column besides its stub columns." };
  }
  return { head: [...header, ...rows.slice(0, count)], body: rows.slice(count) };
}

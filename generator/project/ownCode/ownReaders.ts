import type { PageService, WrittenPage } from "../../catalogue/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isDefined } from "../../diagnostics/defined.js";
import type { Reader, ReaderPage } from "../../page/reader.js";
import { diagnose } from "../../rules/diagnose.js";
import { inputRules } from "../../rules/inputRules.js";
import { placeOfError } from "./codeFailure.js";
import { guardedNow } from "./guarded.js";

/** A reader that people wrote; what goes wrong in it is told with its name and the page. */
export interface WatchedReader extends Pick<Reader, "name" | "accepts"> {
  /** The page, or what is wrong with the reader. */
  read(file: string, bytes: Uint8Array): ReaderPage | Diagnostic;
  /** The page again, or what is wrong with the reader; absent where it gives none. */
  readonly write?: (service: PageService) => WrittenPage;
}

/** What is wrong with a reader of a config. */
export function mistakeInReader(value: unknown): string | undefined {
  if (!isDefined(value, "reader")) return "it is not what `defineReader` gives";
  const { name, accepts, read, write } = value as Partial<Record<keyof Reader, unknown>>;
  if (typeof name !== "string" || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    return "its name is not of lower case letters, digits and single hyphens";
  if (!(accepts instanceof RegExp) || typeof read !== "function")
    return "it has no regular expression `accepts`, or no function `read`";
  if (write !== undefined && typeof write !== "function") return "its `write` is no function";
  return undefined;
}

export function watchedReader(reader: Reader, cwd: string, configFile: string): WatchedReader {
  const { name, accepts } = reader;
  const accepted = new RegExp(accepts.source, accepts.flags.replaceAll(/[gy]/g, ""));
  return { name, accepts: accepted, read, ...(reader.write && { write }) };

  function read(file: string, bytes: Uint8Array): ReaderPage | Diagnostic {
    const answer = guardedNow(() => {
      const page: unknown = reader.read(bytes);
      const mistake = mistakeInPage(page);
      if (mistake !== undefined) throw new TypeError(mistake);
      return page as ReaderPage;
    });
    if ("value" in answer) return answer.value;
    const message = `The reader "${name}" fails for ${file}: ${answer.reason}.`;
    const place = placeOfError(cwd, configFile, answer.error);
    return diagnose(inputRules["reader-failed"], place, message, "Correct it; the page was not read.");
  }

  function write(service: PageService): WrittenPage {
    const answer = guardedNow(() => {
      const text: unknown = reader.write?.(service);
      if (typeof text !== "string") throw new TypeError("its `write` gives no text");
      return text;
    });
    return "value" in answer
      ? { text: answer.value }
      : { reason: `the reader "${name}" fails: ${answer.reason}` };
  }
}

type Unknown<Type> = { readonly [Key in keyof Type]?: unknown };

function mistakeInPage(value: unknown): string | undefined {
  const { text, tables, title, titleLines, ids = [], findings = [] } = Object(value) as Unknown<ReaderPage>;
  if (typeof text !== "string" || !Array.isArray(tables)) return "it gives no `text`, or no list of `tables`";
  if (!isTextOrNone(title) || !isListOf(ids, (id) => typeof id === "string"))
    return "its `title` is no text, or its `ids` are no texts";
  if (
    !isListOf(findings, (each) => isLine(field(each, "line")) && typeof field(each, "message") === "string")
  )
    return "its `findings` are not a `line` and a `message` each";
  const last = text.split("\n").length + 1;
  if (titleLines !== undefined && !(areLines(titleLines) && Number(field(titleLines, "end")) <= last))
    return "its `titleLines` are not lines of its `text`: `start`, and `end` after it";
  return tables.map((table) => mistakeInTable(table, last)).find((mistake) => mistake !== undefined);
}

function mistakeInTable(table: unknown, last: number): string | undefined {
  if (!["title", "section", "lead"].every((key) => isTextOrNone(field(table, key))))
    return "the `title`, `section` or `lead` of a table is no text";
  const lines = field(table, "lines");
  if (!areLines(lines) || Number(field(lines, "end")) > last)
    return "the `lines` of a table are not lines of its `text`: `start`, and `end` after it";
  const start = field(table, "start");
  if (start !== undefined && !(isLine(start) && Number(start) <= Number(field(lines, "start"))))
    return "the `start` of a table is no line up to its first";
  const rows = [field(table, "header"), ...list(field(table, "rows"))];
  const isCell = (cell: unknown) =>
    typeof field(cell, "markdown") === "string" && areLines(field(cell, "lines"));
  if (!Array.isArray(field(table, "rows")) || !rows.every((row) => isListOf(row, isCell)))
    return "the `header` or one of the `rows` of a table is no list of cells with `markdown` and `lines`";
  return undefined;
}

function field(value: unknown, key: string): unknown {
  return (Object(value) as Readonly<Record<string, unknown>>)[key];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function areLines(value: unknown): boolean {
  const [start, end] = [field(value, "start"), field(value, "end")];
  return isLine(start) && isLine(end) && Number(end) > Number(start);
}

function isLine(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

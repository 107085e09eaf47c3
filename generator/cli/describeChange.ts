import type { Change, ChangeKind } from "../compare/change.js";
import { textOf } from "../compare/rowsOf.js";
import { showHidden } from "../diagnostics/hiddenCharacters.js";

/** What happened, in words that follow the code, the field or the service that it happened to. */
const happenings: Readonly<Record<Exclude<ChangeKind, "field-changed">, string>> = {
  "service-added": "service added",
  "service-removed": "service removed",
  "service-id-changed": "id and import path of the service changed",
  "prefix-changed": "prefix of the generated names changed",
  "name-changed": "name of the service changed",
  added: "added",
  removed: "removed",
  retired: "retired",
  replaced: "replaced",
  revived: "no longer retired",
  renamed: "member renamed",
  "value-changed": "value changed between text and number",
  "row-added": "row added",
  "row-removed": "row removed",
  "message-changed": "changed",
  reworded: "reworded",
  "punctuation-changed": "changed only in punctuation, case or spaces",
  "status-changed": "HTTP status changed",
  "markup-changed": "changed only in markup or white space",
  "deviation-changed": "deviation from the page changed",
  reordered: "order of the codes changed",
  "columns-changed": "columns changed",
  "label-changed": "labels changed",
  "table-title-changed": "titles of tables changed",
  "title-changed": "title of the page changed",
  "page-renamed": "page renamed",
  "surroundings-changed": "text around the tables changed",
};

/** What happened, without the texts: `description reworded`. */
export function happeningOf(change: Change): string {
  const { kind, field } = change;
  if (kind === "field-changed") return `${onOneLine(field ?? "")} ${fieldHappening(change)}`;
  const happening = happenings[kind];
  return field === undefined || kind === "status-changed" ? happening : `${onOneLine(field)} ${happening}`;
}

/** What happened to a field that has no words of its own. */
export function fieldHappening({ before, after }: Change): "added" | "removed" | "changed" {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}

/** A change in one line of plain text: `503: description reworded`. */
export function headlineOf(change: Change): string {
  const { code } = change;
  return `${code === undefined ? "" : `${onOneLine(code)}: `}${happeningOf(change)}`;
}

/** The two texts of a change, each on one line for readers; absent where there was or is none. */
export function textsOf({ kind, before, after }: Change): { before?: string; after?: string } {
  // Only the Markdown tells apart what differs in markup.
  const shown = kind === "markup-changed" || isNoMarkdown.has(kind) ? onOneLine : shownText;
  return {
    ...(before !== undefined && { before: shown(before) }),
    ...(after !== undefined && { after: shown(after) }),
  };
}

/** Kinds whose texts are names, in which a `_` or a `*` is what it looks like. */
const isNoMarkdown: ReadonlySet<ChangeKind> = new Set([
  "service-added",
  "service-removed",
  "service-id-changed",
  "prefix-changed",
  "name-changed",
  "renamed",
  "value-changed",
  "retired",
  "replaced",
  "revived",
  "label-changed",
  "page-renamed",
  "surroundings-changed",
  "field-changed",
]);

/** Tells whether a change is one of words, so that marks at each word help to read it. */
export function isOfWords({ kind, before, after }: Change): boolean {
  if (before === undefined || after === undefined || kind === "status-changed") return false;
  return !isNoMarkdown.has(kind) || kind === "surroundings-changed";
}

function shownText(markdown: string): string {
  return onOneLine(textOf(markdown));
}

/** A text for readers: one line, nothing hidden in it. */
export function onOneLine(text: string): string {
  return showHidden(text.replaceAll(/\s+/gu, " ")).trim();
}

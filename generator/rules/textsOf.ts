import type { Path } from "../spec/yamlSource.js";
import { entriesOf, type PlacedEntry } from "./entriesOf.js";
import type { CheckedSpec } from "./rule.js";
import { shortened } from "./shownValue.js";

/** A text of a spec, with its place and with what a message calls it. */
export interface PlacedText {
  readonly path: Path;
  /** Such as `description of 404`. */
  readonly subject: string;
  readonly text: string;
}

/** Every text of a spec that the output shows. */
export function* textsOf(checked: CheckedSpec): Generator<PlacedText> {
  yield* headTexts(checked);
  for (const placed of entriesOf(checked)) yield* entryTexts(placed, checked);
}

function* headTexts({ spec: { service, page, tables }, indexes }: CheckedSpec): Generator<PlacedText> {
  const { name } = typeof service === "string" ? {} : service;
  if (name !== undefined) yield { path: ["service", "name"], subject: "name of the service", text: name };
  if (page) yield { path: ["page", "title"], subject: "title of the page", text: page.title };
  for (const [index, { title, lead, label, columns = [] }] of tables.entries()) {
    const path = ["tables", indexes[index]?.table ?? index];
    for (const [field, text] of Object.entries({ label, title, lead })) {
      if (text !== undefined) yield { path: [...path, field], subject: `${field} of the table`, text };
    }
    for (const [place, column] of columns.entries()) {
      const [role, text] =
        typeof column === "string" ? [undefined, column] : (Object.entries(column)[0] ?? []);
      const inColumn = [...path, "columns", place, ...(role === undefined ? [] : [role])];
      if (text !== undefined) yield { path: inColumn, subject: `header of column ${place + 1}`, text };
    }
  }
}

function* entryTexts(
  { path, spec, entry: { code } }: PlacedEntry,
  { service }: CheckedSpec,
): Generator<PlacedText> {
  const written: Readonly<Record<string, unknown>> = spec;
  for (const field of ["code", ...service.fields.map(({ name }) => name)]) {
    const text = written[field];
    if (typeof text === "string")
      yield { path: [...path, field], subject: `${field} of ${shortened(code)}`, text };
  }
  for (const [header, text] of Object.entries(spec.other ?? {})) {
    yield { path: [...path, "other", header], subject: `${shortened(header)} of ${shortened(code)}`, text };
  }
}

import type { Change, ChangeKind, MakeChange } from "./change.js";
import { bareText, type ComparedText, type Row, type Words } from "./rowsOf.js";

const blank: ComparedText = { markdown: "", text: "" };

/** What differs about a row that both sides have. */
export function rowChanges(
  before: Row,
  after: Row,
  fields: readonly string[],
  words: Words,
  change: MakeChange,
): Change[] {
  const about = { code: after.code, row: after.place };
  const texts = fields.flatMap((field) => {
    const [a, b] = [before.fields.get(field) ?? blank, after.fields.get(field) ?? blank];
    return a.markdown === b.markdown
      ? []
      : [change(kindOf(field, a.text, b.text), { ...about, field, before: a.markdown, after: b.markdown })];
  });
  const [was, is] = [before.entry.retired, after.entry.retired];
  return [
    ...(was === undefined && is !== undefined ? [retirement(after, about, change)] : []),
    ...(was !== undefined && is === undefined ? [change("revived", { ...about, before: was })] : []),
    ...texts,
    ...(words === "spec" ? deviationChanges(before, after, about, change) : []),
  ];
}

/** That a code is no longer in use, or that another takes its place. */
function retirement(
  { code, entry: { retired = "", replacedBy } }: Row,
  about: Pick<Change, "code" | "row">,
  change: MakeChange,
): Change {
  if (replacedBy === undefined) return change("retired", { ...about, after: retired });
  return change("replaced", { ...about, field: "replacedBy", before: code, after: String(replacedBy) });
}

function kindOf(field: string, before: string, after: string): ChangeKind {
  if (before === after) return "markup-changed";
  if (field === "status") return "status-changed";
  if (bareText(before) === bareText(after)) return "punctuation-changed";
  return field === "message" ? "message-changed" : "reworded";
}

function deviationChanges(
  before: Row,
  after: Row,
  about: Pick<Change, "code" | "row">,
  change: MakeChange,
): Change[] {
  const originals = ({ entry }: Row) => new Map(entry.deviations.map((each) => [each.field, each.original]));
  const [was, is] = [originals(before), originals(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [a, b] = [was.get(field), is.get(field)];
    if (a === b) return [];
    const texts = { ...(a !== undefined && { before: a }), ...(b !== undefined && { after: b }) };
    return [change("deviation-changed", { ...about, field, ...texts })];
  });
}

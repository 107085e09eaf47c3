import { diffWordsWithSpace } from "diff";
import { showHidden } from "../diagnostics/hiddenCharacters.js";
import type { Colors } from "../diagnostics/terminalText.js";

/** From how many differing words on texts are taken for altogether different ones; the search takes their square. */
const mostEdits = 1000;

/** A stretch of text that both have, or what is in its place on either side. */
type Stretch =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "changed"; readonly old: string; readonly new: string };

/**
 * Two texts as one, in which words are marked that only one of them has: by colour on a terminal
 * that shows colours, by `[-old-]{+new+}` elsewhere. A word or two between changes are taken as
 * changed with them, since scattered words are hard to read.
 *
 * @example wordMarks("It is gone.", "It is not there.") // "It is [-gone-]{+not there+}."
 */
export function wordMarks(before: string, after: string, colors?: Colors): string {
  return stretches(showHidden(before), showHidden(after))
    .map((stretch) => marked(stretch, colors))
    .join("");
}

/**
 * Two lists of names with `, ` between them as one, each name marked as a whole: of an id, no part
 * means anything by itself.
 *
 * @example nameMarks("a-en, b", "a, b") // "[-a-en-]{+a+}, b"
 */
export function nameMarks(before: string, after: string, colors?: Colors): string {
  const [old, now] = [showHidden(before).split(", "), showHidden(after).split(", ")];
  const places = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index);
  return places
    .map((index) => {
      const [was = "", is = ""] = [old[index], now[index]];
      return was === is ? is : marked({ kind: "changed", old: was, new: is }, colors);
    })
    .join(", ");
}

function marked(stretch: Stretch, colors: Colors | undefined): string {
  if (stretch.kind === "same") return stretch.text;
  const [old, now] = colors?.areShown
    ? [painted(stretch.old, colors.red), painted(stretch.new, colors.green)]
    : [`[-${stretch.old}-]`, `{+${stretch.new}+}`];
  return (stretch.old && old) + (stretch.new && now);
}

function stretches(before: string, after: string): Stretch[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!parts) return [{ kind: "changed", old: before, new: after }];
  const merged: Stretch[] = [];
  for (const [index, { value, added, removed }] of parts.entries()) {
    const last = merged.at(-1);
    const isBetween = index > 0 && index < parts.length - 1 && isShort(value);
    if (!added && !removed && !isBetween) {
      merged.push({ kind: "same", text: value });
      continue;
    }
    const change = { kind: "changed" as const, old: added ? "" : value, new: removed ? "" : value };
    if (last?.kind !== "changed") merged.push(change);
    else merged.splice(-1, 1, { ...change, old: last.old + change.old, new: last.new + change.new });
  }
  return merged.flatMap(withoutSharedEnds);
}

/** White space, or up to two words. */
function isShort(text: string): boolean {
  return !text.includes("\n\n") && (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 2;
}

/** Takes the white space that both sides of a change begin or end with out of the marks. */
function withoutSharedEnds(stretch: Stretch): Stretch[] {
  if (stretch.kind === "same") return [stretch];
  const [start] = /^\s*/.exec(stretch.old) ?? [""];
  const [end] = /(?<!\s)\s*$/.exec(stretch.old.slice(start.length)) ?? [""];
  const isShared = stretch.new.startsWith(start) && stretch.new.slice(start.length).endsWith(end);
  if (!isShared || stretch.old.trim() === "" || stretch.new.trim() === "") return [stretch];
  const inner = (text: string) => text.slice(start.length, text.length - end.length);
  const around = (text: string): Stretch[] => (text === "" ? [] : [{ kind: "same", text }]);
  return [...around(start), { ...stretch, old: inner(stretch.old), new: inner(stretch.new) }, ...around(end)];
}

/** Line by line, so that what is put before each line is not painted with it. */
function painted(text: string, paint: (line: string) => string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : paint(line)))
    .join("\n");
}

import type { PhrasingContent } from "mdast";
import { isTooMuch, textLimit } from "../../markdown/textBudget.js";
import { columnWidth } from "./columnWidth.js";
import type { PageNode } from "../pageTree.js";
import { type Construct, type Context, linesBetween, type Parsed } from "./context.js";
import { fieldMarker } from "./directive.js";
import { parseInline } from "./inline.js";
import { indentedBlock, isBlank, type SourceLine, textOfLines, trimBlank } from "./sourceLines.js";

/** A line of one sign, as it is below and above titles. */
const rule = /^([!-/:-@[-`{-~])\1*$/;

export const blockQuote: Construct = (lines, at, context) => {
  if (!lines[at]?.text.startsWith(" ")) return undefined;
  const { lines: quoted, next } = indentedBlock(lines, at);
  return container("block quote", context.parse(quoted, context), lines, at, next);
};

export const fieldList: Construct = (lines, at, context) =>
  markedList("field list", fieldMarker, lines, at, context);

const option = String.raw`(?:[-+][a-zA-Z0-9](?: ?(?:[a-zA-Z][\w-]*|<[^<>]+>))?|(?:--|/)[a-zA-Z0-9][\w-]*(?:[ =](?:[a-zA-Z][\w-]*|<[^<>]+>))?)`;
const optionMarker = new RegExp(`^${option}(?:, ${option})*(?:  +| ?$)`);

/** An option list; an option without a description is a text. */
export const optionList: Construct = (lines, at, context) => {
  const [marker] = optionMarker.exec(lines[at]?.text ?? "") ?? [];
  if (marker === undefined) return undefined;
  const { lines: description } = indentedBlock(lines, at, { first: marker.length });
  return description.every(isBlank) ? undefined : markedList("option list", optionMarker, lines, at, context);
};

/** A list of which each item begins with a marker. */
function markedList(
  what: string,
  marker: RegExp,
  lines: readonly SourceLine[],
  at: number,
  context: Context,
): Parsed | undefined {
  const children: PageNode[] = [];
  let next = at;
  for (let index = at; index < lines.length;) {
    const text = lines[index]?.text ?? "";
    if (text === "") {
      index++;
      continue;
    }
    const [whole] = marker.exec(text) ?? [];
    if (whole === undefined) break;
    const item = indentedBlock(lines, index, { first: whole.length });
    children.push(...context.parse(item.lines, context));
    next = index = item.next;
  }
  return next === at ? undefined : container(what, children, lines, at, next);
}

export const doctest: Construct = (lines, at) => {
  if (!/^>>>(?: |$)/.test(lines[at]?.text ?? "")) return undefined;
  const next = endOfText(lines, at);
  return text({ type: "code", value: textOfLines(lines.slice(at, next)) }, lines, at, next);
};

const linePrefix = /^\|(?: +|$)/;

/** Lines that stay lines: a paragraph with hard breaks, unless some are blank or indented. */
export const lineBlock: Construct = (lines, at, context) => {
  if (!linePrefix.test(lines[at]?.text ?? "")) return undefined;
  const blocks: (readonly SourceLine[])[] = [];
  const prefixes: number[] = [];
  let next = at;
  for (let line = lines[next]; line; line = lines[next]) {
    const [prefix] = linePrefix.exec(line.text) ?? [];
    if (prefix === undefined) break;
    const block = indentedBlock(lines, next, { first: prefix.length, untilBlank: true });
    blocks.push(block.lines);
    prefixes.push(prefix.length);
    next = block.next;
  }
  noteTableLines(lines.slice(at, next), context);
  const isFlat = prefixes.every((length) => length === prefixes[0]);
  const isFull = blocks.every((block) => textOfLines(block).trim() !== "");
  if (!isFlat || !isFull) return unknown("line block with blank or indented lines", lines, at, next);
  const children = blocks.flatMap((block, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: "break" as const }]),
    ...inlineOf(textOfLines(block), block, context),
  ]);
  return text({ type: "paragraph", children }, lines, at, next);
};

/** A title over its underline, or between two lines; elsewhere docutils takes neither. */
export const heading: Construct = (lines, at, context) => {
  const [first, second, third] = [0, 1, 2].map((index) => lines[at + index]?.text ?? "");
  const isLong = context.titleStyles !== undefined || (first?.length ?? 0) >= 4;
  const isOverlined = isLong && rule.test(first ?? "") && second !== "" && first === third;
  const [title = "", line = ""] = isOverlined ? [second, third] : [first, second];
  const isUnderlined =
    title !== "" && rule.test(line) && (line.length >= 4 || columnWidth(title) <= line.length);
  if (!isUnderlined || (!isOverlined && /^\s/.test(title))) return undefined;
  const next = at + (isOverlined ? 3 : 2);
  if (!context.titleStyles) {
    context.textProblems.push({ line: lines[at]?.line ?? 0, message: "A title is not allowed here." });
    return unknown("title", lines, at, next);
  }
  if (isTooMuch(title)) return unknown(`title of over ${textLimit}`, lines, at, next);
  const style = `${isOverlined ? first?.[0] : ""}${line[0]}`;
  if (!context.titleStyles.includes(style)) context.titleStyles.push(style);
  const level = context.titleStyles.indexOf(style) + 1;
  const node: PageNode = {
    kind: "heading",
    level,
    text: parseInline(title.trim()),
    lines: linesBetween(lines, at, next),
  };
  return { nodes: [node], next };
};

/** A line of four signs or more, alone: a transition, which is between sections only. */
export const transition: Construct = (lines, at, context) => {
  const line = lines[at]?.text ?? "";
  if (!rule.test(line) || line.length < 4 || (context.titleStyles && !isBlank(lines[at + 1])))
    return undefined;
  if (!context.titleStyles)
    context.textProblems.push({
      line: lines[at]?.line ?? 0,
      message: "A line of punctuation is not allowed here.",
    });
  return unknown("transition", lines, at, at + 1);
};

/** A term with an indented definition below it. */
export const definitionList: Construct = (lines, at, context) => {
  if (!isTerm(lines, at)) return undefined;
  const { lines: definition, next } = indentedBlock(lines, at + 1);
  return container("definition list", context.parse(definition, context), lines, at, next);
};

function isTerm(lines: readonly SourceLine[], at: number): boolean {
  const [term, definition] = [lines[at]?.text ?? "", lines[at + 1]?.text ?? ""];
  return term !== "" && !term.startsWith(" ") && definition.startsWith(" ");
}

/** A paragraph, and the literal block that two colons at its end announce. */
export const paragraph: Construct = (lines, at, context) => {
  const next = endOfText(lines, at);
  const indented = lines[next];
  if (indented && !isBlank(indented))
    context.textProblems.push({ line: indented.line, message: "The line is unexpectedly indented." });
  const block = lines.slice(at, next);
  noteTableLines(block, context);
  const whole = textOfLines(block);
  const isLiteralNext = /(?<!\\)(?:\\\\)*::$/.test(whole);
  const shown = isLiteralNext ? whole.replace(/(?:^|\s+)::$|:$/, "") : whole;
  const nodes: PageNode[] =
    shown === ""
      ? []
      : [
          {
            kind: "text",
            block: { type: "paragraph", children: inlineOf(shown, block, context) },
            lines: linesBetween(lines, at, next),
          },
        ];
  const literal = isLiteralNext ? literalBlock(lines, next, context) : undefined;
  return { nodes: [...nodes, ...(literal?.nodes ?? [])], next: literal?.next ?? next };
};

function inlineOf(
  text: string,
  [first]: readonly SourceLine[],
  { textProblems }: Context,
): PhrasingContent[] {
  return parseInline(text, (message) => textProblems.push({ line: first?.line ?? 0, message }));
}

/** An indented block, or lines that all begin with the same sign. */
function literalBlock(lines: readonly SourceLine[], from: number, context: Context): Parsed {
  const { lines: block, next } = indentedBlock(lines, from);
  const value = textOfLines(trimBlank(block));
  if (value !== "") return text({ type: "code", value }, lines, from, next);
  let start = from;
  while (start < lines.length && isBlank(lines[start])) start++;
  const quote = /^[!-/:-@[-`{-~]/.exec(lines[start]?.text ?? "")?.[0];
  let end = start;
  while (quote !== undefined && lines[end]?.text.startsWith(quote)) end++;
  if (end === start) return { nodes: [], next: from };
  const after = lines[end];
  if (after && !isBlank(after))
    context.textProblems.push({
      line: after.line,
      message: "The line is not quoted like the ones above it.",
    });
  return text({ type: "code", value: textOfLines(lines.slice(start, end)) }, lines, start, end);
}

/** The index after the lines that are together, without indentation. */
function endOfText(lines: readonly SourceLine[], at: number): number {
  let next = at;
  while (next < lines.length && !isBlank(lines[next]) && !lines[next]?.text.startsWith(" ")) next++;
  return next;
}

/** What looks like a table and is none: the rest of one that ended too early, whose rows would be texts. */
function noteTableLines(block: readonly SourceLine[], context: Context): void {
  const line = context.isInCell ? undefined : block.find(({ text }) => isTableLine(text));
  if (line)
    context.tableProblems.push({
      line: line.line,
      message: "This table line does not belong to any table.",
    });
}

/** Each pattern ends where a line does, and so takes no longer than the line. */
function isTableLine(text: string): boolean {
  if (text.startsWith("|")) return text.length > 2 && text.endsWith("|") && text.slice(1, -1).trim() !== "";
  return text.startsWith("+") ? /^\+[-=+]+\+$/.test(text) && /[-=]/.test(text) : /^=+(?: +=+)+$/.test(text);
}

function text(
  block: Extract<PageNode, { kind: "text" }>["block"],
  lines: readonly SourceLine[],
  at: number,
  next: number,
): Parsed {
  return { nodes: [{ kind: "text", block, lines: linesBetween(lines, at, next) }], next };
}

/** A construct that a spec has no words for, in which there may be tables. */
function container(
  name: string,
  children: readonly PageNode[],
  lines: readonly SourceLine[],
  at: number,
  next: number,
): Parsed {
  return {
    nodes: [{ kind: "container", name, isKnown: true, children, lines: linesBetween(lines, at, next) }],
    next,
  };
}

/** A construct that a spec has no words for. */
export function unknown(what: string, lines: readonly SourceLine[], at: number, next: number): Parsed {
  return { nodes: [{ kind: "unknown", what, lines: linesBetween(lines, at, next) }], next };
}

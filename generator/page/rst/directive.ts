import type { PageLines } from "../pageTree.js";
import { linesBetween } from "./context.js";
import { indentedBlock, isBlank, type SourceLine, textOfLines } from "./sourceLines.js";

/** A directive, taken apart and not yet understood. */
export interface Directive {
  /** In lower case. */
  readonly name: string;
  /** What is next to the name, such as a table's title. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, readonly SourceLine[]>;
  /** Whether an option is given twice, or something is between the options. */
  readonly hasOddOptions: boolean;
  readonly content: readonly SourceLine[];
  readonly lines: PageLines;
  /** The index of the line after the directive. */
  readonly next: number;
}

const start = /^\.\. +([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*) ?::(?: +|$)/u;

/** A field's name with its colons. Each sign can be read in one way only, or long lines would take minutes. */
export const fieldMarker = /^:(?![: ])(?:[^:\\]|\\.|:(?!$|[ `]))*(?<! ):(?: +|$)/;

/** Directives that take no argument: what is next to their name is their content. */
const withoutArgument = /^(?:note|attention|caution|danger|error|hint|important|tip|warning)$/;

/** @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives */
export function directiveOf(lines: readonly SourceLine[], at: number): Directive | undefined {
  const [marker = "", written = ""] = start.exec(lines[at]?.text ?? "") ?? [];
  if (marker === "") return undefined;
  const name = written.toLowerCase();
  const { lines: block, next } = indentedBlock(lines, at, { first: marker.length });
  // Beside the name nothing stands; below it, what a blank line parts from it is content.
  const inside = isBlank(block[0]) ? block.slice(1) : block;
  const end = inside.findIndex(isBlank);
  const head = end === -1 ? inside : inside.slice(0, end);
  const firstOption = head.findIndex(({ text }) => fieldMarker.test(text));
  const argument = firstOption === -1 ? head : head.slice(0, firstOption);
  const body = end === -1 ? [] : inside.slice(end + 1);
  const takesArgument = !withoutArgument.test(name);
  return {
    name,
    argument: takesArgument ? textOfLines(argument) : "",
    ...optionsOf(firstOption === -1 ? [] : head.slice(firstOption)),
    content: takesArgument ? body : [...argument, ...(end === -1 ? [] : inside.slice(end))],
    lines: linesBetween(lines, at, next),
    next,
  };
}

/** The options of a directive: a field list. */
function optionsOf(lines: readonly SourceLine[]): Pick<Directive, "options" | "hasOddOptions"> {
  const options = new Map<string, readonly SourceLine[]>();
  let hasOddOptions = false;
  for (let at = 0; at < lines.length;) {
    const [marker] = fieldMarker.exec(lines[at]?.text ?? "") ?? [];
    if (marker === undefined) return { options, hasOddOptions: true };
    const name = marker.trimEnd().slice(1, -1).toLowerCase();
    const { lines: value, next } = indentedBlock(lines, at, { first: marker.length });
    hasOddOptions ||= options.has(name);
    options.set(name, value);
    at = next;
  }
  return { options, hasOddOptions };
}

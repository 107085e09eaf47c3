import type * as Prettier from "prettier";
import * as standalone from "prettier/standalone";

// What is here lays TypeScript out as Prettier does by default, so that Prettier need not run.

/** Prettier's own tools, from its build that loads no parser; its types leave them out. */
export const prettierUtil = (standalone as unknown as typeof Prettier).util;

/** The width that Prettier lays out for. */
const printWidth = 80;

const onlyAscii = /^[\x20-\x7e]*$/;

/** How many columns a text takes, by Prettier's own measure. */
export function widthOf(text: string): number {
  return onlyAscii.test(text) ? text.length : prettierUtil.getStringWidth(text);
}

/** Whether a line is not too wide, at so many levels of indentation. */
export function fits(line: string, depth = 0): boolean {
  return widthOf(line) + 2 * depth <= printWidth;
}

/** The lines of a text, indented by one level. */
export function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

/** `left right`, or `right` on a line of its own where that is too wide. */
export function broken(left: string, right: string, depth = 0): string {
  return fits(`${left} ${right}`, depth) ? `${left} ${right}` : `${left}\n  ${right}`;
}

/** Lines that Prettier leaves as they are, however long: comments, strings, what has nowhere to break. */
const leftAsItIs =
  /^ *(?:\/?\*|\/\/|case |export \* |(?:export )?function \w+\(\): |(?:[^\s"']{1,4}: |readonly \d+: )?(["']).*\1[,;]?$|\w+: `[^`]*`,$)/;

/** Whether a key has letters beyond ASCII: its quotes stay or not by a table of Prettier's. */
function hasUnknownQuotes(line: string): boolean {
  const [, quote] = /^ *(["'])/.exec(line) ?? [];
  const end = quote === undefined ? -1 : line.lastIndexOf(`${quote}: `);
  return end !== -1 && !onlyAscii.test(line.slice(0, end));
}

/**
 * Whether Prettier finds nothing to change in TypeScript whose lines were laid out here. What is too wide
 * for that could be broken in more ways than are known here.
 */
export function isLaidOut(text: string): boolean {
  const lines = text.split("\n");
  return lines.every((line) => !hasUnknownQuotes(line) && (fits(line) || leftAsItIs.test(line)));
}

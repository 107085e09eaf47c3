import { fits } from "../api.js";

/** `left right`, or `right` on a line of its own where that is too wide. */
export function broken(left: string, right: string, depth = 0): string {
  return fits(`${left} ${right}`, depth) ? `${left} ${right}` : `${left}\n  ${right}`;
}

/** A union: on the line, on the next line, or one member a line. */
export function unionDeclaration(left: string, members: readonly string[]): string {
  const union = `${members.join(" | ")};`;
  if (fits(`${left} ${union}`)) return `${left} ${union}`;
  if (fits(union, 1)) return `${left}\n  ${union}`;
  return `${left}${members.map((member) => `\n  | ${member}`).join("")};`;
}

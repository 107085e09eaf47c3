import { fits, indented } from "../api.js";

/** Marks a call that bundlers may drop where its result is not used. */
export function pure(call: string): string {
  return `/* @__PURE__ */ ${call}`;
}

/** An expression for a value that all who import it share, and so nobody may change. */
export function frozen(expression: string): string {
  return pure(`Object.freeze(${expression})`);
}

/** Properties as an object literal, one a line. */
export function objectLiteral(properties: readonly string[]): string {
  return properties.length === 0 ? "{}" : bracketed("{", properties, "}");
}

/** Expressions as an array literal: on one line where they and what is around them fit there. */
export function arrayLiteral(items: readonly string[], before: number): string {
  const line = `[${items.join(", ")}]`;
  return !line.includes("\n") && fits(line + " ".repeat(before)) ? line : bracketed("[", items, "]");
}

/** Numbers as a frozen property of an object at the left: on its line, or as many a line as fit. */
export function numbersLiteral(items: readonly string[], before: number): string {
  const line = `[${items.join(", ")}]`;
  // The property is indented, and a comma follows it.
  if (fits(`${frozen(line)},${" ".repeat(before)}`, 1)) return line;
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ""} ${item},`;
    if (lines.length > 0 && fits(longer, 2)) lines[lines.length - 1] = longer;
    else lines.push(`${item},`);
  }
  return `[\n${lines.map((each) => `  ${each}`).join("\n")}\n]`;
}

/** Items between brackets, one a line. */
export function bracketed(open: string, items: readonly string[], close: string): string {
  return `${open}\n${indented(items.map((item) => `${item},`).join("\n"))}\n${close}`;
}

/** A union: on the line, on the next line, or one member a line. */
export function unionDeclaration(left: string, members: readonly string[]): string {
  const union = `${members.join(" | ")};`;
  if (fits(`${left} ${union}`)) return `${left} ${union}`;
  if (fits(union, 1)) return `${left}\n  ${union}`;
  return `${left}${members.map((member) => `\n  | ${member}`).join("")};`;
}

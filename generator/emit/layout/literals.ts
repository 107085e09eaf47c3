import { jsonText } from "../../diagnostics/jsonText.js";
import { prettierUtil } from "./layout.js";

/**
 * A text as a string literal of TypeScript, in the quotes that Prettier prefers.
 *
 * @example stringLiteral('a "b"') // `'a "b"'`
 */
export function stringLiteral(text: string): string {
  const content = jsonText(text).slice(1, -1);
  return prettierUtil.makeString(content, prettierUtil.getPreferredQuote(content, '"'));
}

/** A code as it is on the wire, as a literal of TypeScript. */
export function codeLiteral(value: string | number): string {
  return typeof value === "number" ? String(value) : stringLiteral(value);
}

import { jsonText } from "../../diagnostics/jsonText.js";
import { broken, prettierUtil, widthOf } from "./layout.js";

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

/** A property with a text; a short key keeps it on its line. */
export function textProperty(key: string, literal: string, depth: number): string {
  return widthOf(key) < 5 ? `${key}: ${literal}` : broken(`${key}:`, `${literal},`, depth).slice(0, -1);
}

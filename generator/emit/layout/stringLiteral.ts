import { jsonText } from "../../diagnostics/jsonText.js";
import { getPreferredQuote, makeString } from "./prettierUtil.js";

/**
 * A text as a string literal of TypeScript, in the quotes that Prettier prefers.
 *
 * @example stringLiteral('a "b"') // `'a "b"'`
 */
export function stringLiteral(text: string): string {
  const content = jsonText(text).slice(1, -1);
  return makeString(content, getPreferredQuote(content, '"'));
}

import { fits } from "./layout.js";
import { jsonText } from "./stringLiteral.js";

/**
 * A value as JSON, laid out as Prettier does by default: what fits on a line stands on one.
 *
 * @param before what stands before the value on its line
 */
export function printJson(value: unknown, depth = 0, before = ""): string {
  if (typeof value !== "object" || value === null) return jsonText(value);
  const line = onOneLine(value);
  if (fits(`${before}${line},`, depth)) return line;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = partsOf(value).map(([key, part]) => `${key}${printJson(part, depth + 1, key)}`);
  return `${open}\n${parts.map((part) => `${"  ".repeat(depth + 1)}${part}`).join(",\n")}\n${"  ".repeat(depth)}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return jsonText(value);
  const parts = partsOf(value).map(([key, part]) => `${key}${onOneLine(part)}`);
  if (parts.length === 0) return Array.isArray(value) ? "[]" : "{}";
  return Array.isArray(value) ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
}

/** The items of an array, or the properties of an object, with what stands before each. */
function partsOf(value: object): readonly (readonly [before: string, part: unknown])[] {
  if (Array.isArray(value)) return value.map((item) => ["", item]);
  const properties = Object.entries(value).filter(([, part]) => part !== undefined);
  return properties.map(([key, part]) => [`${jsonText(key)}: `, part]);
}

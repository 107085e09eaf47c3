import { jsonText } from "../../diagnostics/jsonText.js";
import { fits } from "./layout.js";

/** A value as JSON, laid out as Prettier does by default: what fits on a line is on one. */
export function printJson(value: unknown): string {
  return laidOut(nodeOf(value), 0, "");
}

/** A value on one line, and what it is made of. */
interface JsonNode {
  readonly line: string;
  readonly brackets: string;
  /** The items of an array, or the properties of an object, with what comes before each. */
  readonly parts: readonly (readonly [before: string, part: JsonNode])[];
}

function nodeOf(value: unknown): JsonNode {
  if (typeof value !== "object" || value === null) return { line: jsonText(value), brackets: "", parts: [] };
  if (Array.isArray(value)) {
    const parts = value.map((item): [string, JsonNode] => ["", nodeOf(item)]);
    return { line: `[${onOneLine(parts)}]`, brackets: "[]", parts };
  }
  const properties = Object.entries(value).filter(([, part]) => part !== undefined);
  const parts = properties.map(([key, part]): [string, JsonNode] => [`${jsonText(key)}: `, nodeOf(part)]);
  return { line: parts.length === 0 ? "{}" : `{ ${onOneLine(parts)} }`, brackets: "{}", parts };
}

function onOneLine(parts: JsonNode["parts"]): string {
  return parts.map(([before, { line }]) => before + line).join(", ");
}

/** @param start what comes before the value on its line */
function laidOut({ line, brackets, parts }: JsonNode, depth: number, start: string): string {
  if (parts.length === 0 || fits(`${start}${line},`, depth)) return line;
  const indentation = "  ".repeat(depth);
  if (parts.every(([, part]) => /^-?[0-9]/.test(part.line)) && brackets === "[]")
    return `[\n${filled(parts, depth + 1).join("\n")}\n${indentation}]`;
  const lines = parts.map(([before, part]) => `${indentation}  ${before}${laidOut(part, depth + 1, before)}`);
  return `${brackets.charAt(0)}\n${lines.join(",\n")}\n${indentation}${brackets.charAt(1)}`;
}

/** Numbers: as many a line as fit. */
function filled(parts: JsonNode["parts"], depth: number): string[] {
  const lines: string[] = [];
  for (const [index, [, { line }]] of parts.entries()) {
    const item = index === parts.length - 1 ? line : `${line},`;
    const longer = `${lines.at(-1) ?? ""} ${item}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push("  ".repeat(depth) + item);
  }
  return lines;
}

import type { SchemaRule } from "./rule.js";

export const wrongType: SchemaRule = {
  id: "wrong-type",
  stage: "schema",
  severity: "error",
  summary:
    "A value is of another type than the field: a list where a text is expected, or a number that is not quoted.",
  explain: ({ code, path, value, expected }) => {
    if (code !== "invalid_type" && code !== "invalid_union") return [];
    const wanted =
      code === "invalid_union" ? "a header, or a role with its header," : typeNames[expected ?? ""];
    if (path.length === 0) return [{ path, message: notASpec(value), help: howSpecsBegin }];
    return [
      {
        path,
        message: `This is ${typeName(value)}, where ${wanted ?? expected} is expected.`,
        help:
          expected === "string" && value !== null && typeof value !== "object"
            ? "Put it in quotes to have it as text."
            : howToWrite((wanted ?? expected ?? "").replace(/,$/, ""), value),
      },
    ];
  },
};

const howSpecsBegin = "A spec is a mapping with the keys service, page and tables.";

function howToWrite(wanted: string, value: unknown): string {
  if (wanted === "a mapping") return "Write a mapping here: keys, each with a colon and its value.";
  return value === null ? `Write ${wanted} here, or remove the key.` : `Write ${wanted} here.`;
}

function notASpec(value: unknown): string {
  return value === null ? "There is no spec in this file." : `This is ${typeName(value)}, not a spec.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  object: "a mapping",
  array: "a list",
  record: "a mapping",
};

function typeName(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeNames[typeof value] ?? `a ${typeof value}`;
}

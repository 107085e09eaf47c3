import type { SchemaRule } from "../rule.js";

export const wrongType: SchemaRule = {
  id: "wrong-type",
  stage: "schema",
  severity: "error",
  summary: "A value has the wrong type, for example a list instead of text, or a number without quotes.",
  explain: ({ code, path, value, expected }) => {
    if (code !== "invalid_type" && code !== "invalid_union") return [];
    const wanted =
      code === "invalid_union" ? "a header, or a role with a header" : wantedNames[expected ?? ""];
    if (path.length === 0) return [{ path, message: notASpec(value), help: howSpecsBegin }];
    return [
      {
        path,
        message: `Expected ${wanted ?? expected}, found ${typeName(value)}.`,
        help:
          expected === "string" && value !== null && typeof value !== "object"
            ? "Put it in quotes to make it text."
            : howToWrite(wanted ?? expected ?? "", value),
      },
    ];
  },
};

const howSpecsBegin = "Write a mapping with the keys service, page and tables.";

function howToWrite(wanted: string, value: unknown): string {
  if (wanted === "a mapping") return "Write a mapping here: keys, each followed by a colon and a value.";
  return value === null ? `Write ${wanted} here, or remove the key.` : `Write ${wanted} here.`;
}

function notASpec(value: unknown): string {
  return value === null ? "This file contains no spec." : `This is ${typeName(value)}, not a spec.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  object: "a mapping",
  array: "a list",
  record: "a mapping",
};

const wantedNames: Readonly<Record<string, string>> = { ...typeNames, boolean: "true or false" };

function typeName(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeNames[typeof value] ?? `a ${typeof value}`;
}

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
      code === "invalid_union" ? "a header, or one role with its header" : typeNames[expected ?? ""];
    const isScalar = value === null || typeof value !== "object";
    return [
      {
        path,
        message: `This is ${typeName(value)}, where ${wanted ?? expected} is expected.`,
        help:
          expected === "string" && isScalar
            ? `Put it in quotes to have it as text: ${JSON.stringify(`${value as string | number | boolean | null}`)}.`
            : `Write ${wanted ?? expected} here.`,
      },
    ];
  },
};

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

import type { SchemaRule } from "../rule.js";

export const emptyText: SchemaRule = {
  id: "empty-text",
  stage: "schema",
  severity: "error",
  summary: "A text or list is empty.",
  explain: ({ code, path, value }) => {
    const isEmpty =
      (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);
    if (!isEmpty || !["invalid_format", "too_small"].includes(code)) return [];
    const step = path.at(-1);
    const field = typeof step === "number" ? `${path.at(-2)}` : String(step);
    return [
      {
        path,
        message: typeof step === "number" ? `An item of "${field}" is empty.` : `"${field}" is empty.`,
        help: Array.isArray(value)
          ? "Give it at least one item."
          : field === "message"
            ? "Leave the field out if the page gives no message, or write - if it has a dash."
            : `Write what the page says, or leave "${field}" out if it is optional.`,
      },
    ];
  },
};

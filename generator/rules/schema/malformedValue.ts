import { docsUrl } from "../../version.js";
import type { SchemaRule } from "../rule.js";
import { shownValue } from "../shownValue.js";
import { suggestion } from "../suggestion.js";

export const malformedValue: SchemaRule = {
  id: "malformed-value",
  stage: "schema",
  severity: "error",
  summary:
    "A value does not have the form that its field requires, for example a digest that is not a SHA-256.",
  explain: ({ path, value, values, form }) => {
    const field = String(path.findLast((step) => typeof step === "string"));
    const similar = values && typeof value === "string" ? suggestion(value, values) : "";
    const other =
      field === "columns"
        ? "Write each column as a header, or as a role with a header."
        : `See the field in ${docsUrl}/spec.md.`;
    return [
      {
        path,
        message: `${shownValue(value)} is not a valid ${wording[field] ?? field}.${similar}`,
        help: values ? `Use one of: ${values.join(", ")}.` : (form ?? other),
      },
    ];
  },
};

/** A field's name is not always the name of what it holds. */
const wording: Readonly<Record<string, string>> = {
  columns: "column",
  retired: "version or date",
};

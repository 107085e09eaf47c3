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
  explain: ({ path, value, values, isUrlWanted }) => {
    const field = String(path.findLast((step) => typeof step === "string"));
    const similar = values && typeof value === "string" ? suggestion(value, values) : "";
    const form = isUrlWanted ? "Write an http or https URL." : forms[field];
    return [
      {
        path,
        message: `${shownValue(value)} is not a valid ${wording[field] ?? field}.${similar}`,
        help: values ? `Use one of: ${values.join(", ")}.` : (form ?? `See the field in ${docsUrl}/spec.md.`),
      },
    ];
  },
};

/** A field's name is not always the name of what it holds. */
const wording: Readonly<Record<string, string>> = {
  columns: "column",
  retired: "version or date",
};

const forms: Readonly<Record<string, string>> = {
  digest:
    "Write sha256: and the 64 hexadecimal digits that `sha256sum` prints for the page, or leave it out.",
  id: "Use letters, digits, dots, hyphens and underscores, beginning with a letter or a digit: at most 100, without .html, and not a name that Windows reserves, such as con or nul.",
  retired: "Write a version, such as 1.2, v3 or 2.0.0-beta.1, or a date: 2024, 2024-11 or 2024-11-06.",
  permalink:
    "Write the https URL of the page in exactly this revision, without a user name and with special characters percent-encoded, or leave the field out.",
  source: "Write one path relative to the project, or one URL, or leave the field out.",
  columns: "Write each column as a header, or as a role with a header.",
};

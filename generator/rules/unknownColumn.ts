import { columnRole, columnRoles } from "../spec/columns.js";
import type { SpecTable } from "../spec/definition.js";
import type { Finding, SpecRule } from "./rule.js";
import { shortened } from "./shownValue.js";

export const unknownColumn: SpecRule = {
  id: "unknown-column",
  stage: "spec",
  severity: "error",
  summary:
    "A table's columns do not tell which one holds what: a header without a known role, no code column, or two columns of one role.",
  *check({ spec, indexes }) {
    for (const [index, table] of spec.tables.entries()) {
      yield* findings(table, ["tables", indexes[index]?.table ?? index, "columns"]);
    }
  },
};

function* findings(table: SpecTable, path: readonly (string | number)[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, column] of table.columns.entries()) {
    const [role, header] =
      typeof column === "string"
        ? [columnRole(table.kind, column), column]
        : (Object.entries(column)[0] ?? []);
    if (role === undefined) {
      yield {
        path: [...path, index],
        message: `"${shortened(header ?? "")}" does not tell what the column holds.`,
        help: `Write its role before it, as in \`message: ${shortened(header ?? "")}\`; the roles are ${columnRoles.join(", ")}.`,
      };
    } else if (role !== "other" && seen.has(role)) {
      yield {
        path: [...path, index],
        message: `A second column has the role "${role}".`,
        help: "Give one of the two another role; `other` may stand more than once.",
      };
    }
    if (role !== undefined) seen.add(role);
  }
  if (!seen.has("code") && !seen.has("codeAndMessage")) {
    yield {
      path,
      message: "None of the columns holds the code.",
      help: "Write `code:` or `codeAndMessage:` before the header of the one that does.",
    };
  }
}

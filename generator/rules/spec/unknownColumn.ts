import type { Column } from "../../catalogue/catalogue.js";
import { isNamed, type Spans } from "../../catalogue/continuedCells.js";
import { columnRole, columnRoles } from "../../spec/columns.js";
import type { SpecTable } from "../../spec/definition.js";
import type { Path } from "../../spec/yamlSource.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule, type Finding } from "../rule.js";
import { shortened } from "../shownValue.js";

export const unknownColumn = defineRule({
  id: "unknown-column",
  stage: "spec",
  severity: "error",
  summary:
    "The roles of a table's columns are unclear: a header has no known role, no column holds the code, two columns have the same role, or `spans` names a column that does not exist.",
  *check(checked) {
    const { spec, service, indexes } = checked;
    for (const [index, table] of spec.tables.entries()) {
      const path = ["tables", indexes[index]?.table ?? index];
      if (table.columns || spec.page) yield* findings(table, [...path, "columns"]);
      yield* unknownSpans(table.spans, service.tables[index]?.columns, [...path, "spans"]);
    }
    const lacking = new Set(service.tables.filter((_, index) => indexes[index]?.lacksColumns));
    for (const { path, spec: entry, table } of entriesOf(checked)) {
      // What is no longer on the page may have had a column that is no longer there, either.
      if (entry.retired === undefined && !lacking.has(table))
        yield* unknownSpans(entry.spans, table.columns, [...path, "spans"]);
    }
  },
});

function* unknownSpans(spans: Spans = [], columns: readonly Column[] = [], path: Path): Generator<Finding> {
  for (const [index, span] of spans.entries()) {
    if (columns.some((column) => isNamed(column, [span]))) continue;
    const [role, header] = typeof span === "string" ? [span] : ["other", span.other];
    yield {
      path: [...path, index],
      message:
        header === undefined
          ? `No column has the role "${role}", so none of its cells can span rows.`
          : `No column without a role is headed "${shortened(header)}", so none of its cells can span rows.`,
      help: "Remove it from the list, or correct it.",
    };
  }
}

function* findings(table: SpecTable, path: readonly (string | number)[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, column] of (table.columns ?? []).entries()) {
    const [role, header] =
      typeof column === "string"
        ? [columnRole(table.kind, column), column]
        : (Object.entries(column)[0] ?? []);
    if (role === undefined) {
      yield {
        path: [...path, index],
        message: `"${shortened(header ?? "")}" does not tell what its column holds.`,
        help: `Write the column's role before the header, as in \`message: ${shortened(header ?? "")}\`; the roles are ${columnRoles.join(", ")}.`,
      };
    } else if (role !== "other" && seen.has(role)) {
      yield {
        path: [...path, index],
        message: `A second column has the role "${role}".`,
        help: "Give one of the two another role; only `other` can be used more than once.",
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

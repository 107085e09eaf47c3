import { expect, test } from "vitest";
import { columnRole, type ColumnRole, type TableKind } from "../../generator/spec/columns.js";

test.each<[TableKind, ColumnRole, readonly string[]]>([
  ["status-codes", "code", ["Status Code", "Status Codes", "HTTP Status Code", "Code"]],
  ["status-codes", "codeAndMessage", ["Status Code & Message"]],
  ["status-codes", "message", ["Message", "Status", "Reason Phrase"]],
  ["status-codes", "description", ["Description", "Meaning"]],
  ["error-codes", "code", ["Error Code", "Error Codes", "Code"]],
  ["error-codes", "status", ["Status Code", "HTTP Status Code", "Response Code"]],
  ["error-codes", "module", ["Module"]],
  ["error-codes", "message", ["Message", "Error Message", "Error Information"]],
  ["error-codes", "description", ["Description", "Error Description"]],
  ["error-codes", "solution", ["Solution", "Handling Measure", "Troubleshooting"]],
])("in a table of %s the role %s is told by %j", (kind, role, headers) => {
  for (const header of headers) expect(columnRole(kind, header), header).toBe(role);
});

test("neither case nor blanks at the ends matter", () => {
  expect(columnRole("error-codes", "  HANDLING measure ")).toBe("solution");
});

test.each<[TableKind, string]>([
  ["status-codes", "Solution"],
  ["status-codes", "Error Code"],
  ["error-codes", "Meaning"],
  ["error-codes", ""],
  ["error-codes", "other"],
])("in a table of %s no role is told by %j", (kind, header) => {
  expect(columnRole(kind, header)).toBeUndefined();
});

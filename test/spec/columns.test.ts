import { expect, test } from "vitest";
import { headerWords } from "../../generator/spec/headerWords.js";
import { columnRole, type ColumnRole } from "../../generator/spec/columns.js";
import type { TableKind } from "../../generator/spec/fields.js";

test.each<[TableKind, ColumnRole, readonly string[]]>([
  ["status-codes", "code", ["Status Code", "HTTP Status Code", "Code", "HTTP Status", "Returned Value"]],
  ["status-codes", "codeAndMessage", ["Status Code & Message", "Status Code and Message"]],
  ["status-codes", "message", ["Message", "Status", "Reason Phrase"]],
  ["status-codes", "description", ["Description", "Meaning"]],
  ["error-codes", "code", ["Error Code", "Code"]],
  ["error-codes", "status", ["Status Code", "HTTP Status Code", "Response Code", "HTTP"]],
  ["error-codes", "module", ["Module", "Component"]],
  ["error-codes", "message", ["Message", "Error Message", "Error Information", "Error", "Name"]],
  ["error-codes", "description", ["Description", "Error Description", "Cause", "Details", "Meaning"]],
  ["error-codes", "solution", ["Solution", "Handling Measure", "Action", "Resolution", "Remedy"]],
  ["status-codes", "solution", ["Solution", "Action"]],
])("in a table of %s the role %s is told by %j", (kind, role, headers) => {
  for (const header of headers) expect(columnRole(kind, header), header).toBe(role);
});

test.each([
  "  HANDLING  measure ",
  "Handling Measures",
  "handling_measure",
  "handlingMeasure(s)",
  "**Handling** `Measure`:",
  "Ｈａｎｄｌｉｎｇ\u00a0Measure",
])("neither case, plural, punctuation, white space nor markup matter, as in %j", (header) => {
  expect(columnRole("error-codes", header)).toBe("solution");
});

test.each([
  ["HTTP Statuses", "http status"],
  ["HTTPStatusCode", "http status code"],
  ["Remedies & Fixes", "remedy fixe"],
  ["What's Wrong?", "what wrong"],
  ["IDs", "id"],
  ["错误代码", "error code"],
  ["Código de erro", "error code"],
  ["Code d’erreur", "error code"],
  ["Codigo do erro", "error code"],
  ["What to Do", "what to do"],
  ["Type of Error", "type of error"],
  ["constructor", "constructor"],
  ["エラーの説明", "error description"],
  ["Beschreibungen", "beschreibungen"],
  ["&", ""],
])("the words of the header %j are %j", (header, words) => {
  expect(headerWords(header)).toBe(words);
});

test.each<[TableKind, string]>([
  ["status-codes", "Module"],
  ["status-codes", "Error Code"],
  ["error-codes", "Status"],
  ["error-codes", ""],
  ["error-codes", "other"],
])("in a table of %s no role is told by %j", (kind, header) => {
  expect(columnRole(kind, header)).toBeUndefined();
});

import { wholeNumber } from "../../catalogue/wholeNumber.js";
import { isDash } from "../../spec/isDash.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shownValue } from "../shownValue.js";

export const malformedNumber = defineRule({
  id: "malformed-number",
  stage: "spec",
  severity: "error",
  summary:
    "A code of a table with `values: number` is not a whole number, or has more than the 53 bits that JavaScript is exact to.",
  *check(spec) {
    for (const { path, entry } of entriesOf(spec)) {
      const table = spec.spec.tables[spec.indexes.findIndex((place) => place.table === path[1])];
      if (table?.kind !== "error-codes" || table.values !== "number" || isDash(entry.code)) continue;
      if (wholeNumber(entry.code) !== undefined) continue;
      yield {
        path: [...path, "code"],
        message: `${shownValue(entry.code)} is not a number that JavaScript is exact to.`,
        help: "Write a whole number such as 10003, -32601 or 0x80070005, of at most 9007199254740991, or remove `values: number` from the table.",
      };
    }
  },
});

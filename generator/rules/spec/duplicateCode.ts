import { compareText } from "../../diagnostics/diagnostic.js";
import { fieldsOfPage } from "../../spec/definition.js";
import { isDash } from "../../spec/isDash.js";
import { entriesOf, type PlacedEntry } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const duplicateCode = defineRule({
  id: "duplicate-code",
  stage: "spec",
  severity: "error",
  summary:
    "A status code is listed twice in one table, not counting retired rows, or two entries of an error code have the same module, status and text.",
  *check(spec) {
    const seen = new Map<string, PlacedEntry>();
    for (const placed of entriesOf(spec)) {
      if (continuesAbove(placed) || isFormerRow(placed) || isDash(placed.entry.code)) continue;
      // What could not be read may be what tells two entries of an error code apart.
      if (placed.entry.kind === "error-code" && placed.unread.length > 0) continue;
      const key = identityOf(placed);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, placed);
        continue;
      }
      const { code } = placed.entry;
      yield {
        path: [...placed.path, "code"],
        message: `The code ${shortened(code)} is listed twice.`,
        help: "Keep one of the two entries, or correct the code of the other.",
        related: {
          path: [...first.path, "code"],
          message: `The code ${shortened(code)} is listed here first.`,
        },
      };
    }
  },
});

/** A row whose code is blank on the page is another cause under the code above it. */
function continuesAbove({ entry, table }: PlacedEntry): boolean {
  const column = table.columns.findIndex(({ role }) => role === "code" || role === "codeAndMessage");
  return entry.kind === "status-code" && entry.retired === undefined && entry.cells[column] === "";
}

/** A status code may have had several rows, of which the page has fewer now. */
function isFormerRow({ entry }: PlacedEntry): boolean {
  return entry.kind === "status-code" && entry.retired !== undefined;
}

function identityOf({ entry, spec, path }: PlacedEntry): string {
  if (entry.kind === "status-code") return `status ${String(path[1])} ${entry.code}`;
  const said = Object.entries(spec).filter(([key]) => key !== "spans" && fieldsOfPage.entry.includes(key));
  return `error ${JSON.stringify(said.sort(([a], [b]) => compareText(a, b)))}`;
}

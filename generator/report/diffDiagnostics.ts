import type { DiffResult, PlacedChange } from "../commands/diff.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { headlineOf, isOfWords, onOneLine, textsOf } from "./describeChange.js";
import { wordMarks } from "./wordMarks.js";

/** Changes as findings in the new state, to be annotated: what is breaking as errors, the rest as warnings. */
export function changeDiagnostics({ changes }: Pick<DiffResult, "changes">): Diagnostic[] {
  return changes.map((change) => ({
    rule: change.kind,
    severity: change.level === "breaking" ? "error" : "warning",
    message: `${onOneLine(change.serviceName)}: ${headlineOf(change)}${textsIn(change)}.`,
    help: helps[change.level],
    file: change.file ?? ".",
    ...(change.range && { range: change.range }),
  }));
}

function textsIn(change: PlacedChange): string {
  const { before, after } = textsOf(change);
  if (before === undefined && after === undefined) return "";
  if (before === undefined || after === undefined) return ` (${before ?? after ?? ""})`;
  return isOfWords(change) ? ` (${wordMarks(before, after)})` : ` (${before} → ${after})`;
}

const helps = {
  breaking: "Code that uses it may no longer compile; retire a code instead, and its member stays.",
  feature: "The next version has more than this one.",
  fix: "The members are the same.",
  none: "The generated TypeScript and JSON are the same.",
} as const;

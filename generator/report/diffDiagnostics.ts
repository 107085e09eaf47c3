import type { DiffResult, PlacedChange } from "../commands/diff.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { headlineOf, onOneLine, textsOf } from "./describeChange.js";
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
  return ` (${before === undefined || after === undefined ? (before ?? after ?? "") : wordMarks(before, after)})`;
}

const helps = {
  breaking: "Code that uses it may compile no longer; a code that is retired instead keeps its member.",
  feature: "The next version has more than this one.",
  fix: "The members are the same.",
  none: "Nothing that is generated for programs is another.",
} as const;

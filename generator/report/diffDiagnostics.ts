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
  breaking: "Raise the major version, or keep the member: retire the code instead of removing it.",
  feature: "Raise the minor version.",
  fix: "Raise the patch version.",
  none: "No new version is needed.",
} as const;

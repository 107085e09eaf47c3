import type { DiffResult, PlacedChange } from "../commands/diff.js";
import type { Annotated } from "../diagnostics/formatGithub.js";
import { headlineOf, isOfWords, onOneLine, textsOf } from "./describeChange.js";
import { wordMarks } from "./wordMarks.js";

/** Changes as annotations of the new state: what is breaking as an error, the rest as information. */
export function changeDiagnostics({ changes }: Pick<DiffResult, "changes">): Annotated[] {
  return changes.map((change) => ({
    rule: change.kind,
    severity: change.level === "breaking" ? "error" : "notice",
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
  breaking:
    "Code that uses it may no longer compile. To keep a member, retire its code instead of removing it.",
  feature: "Code that uses the current version still compiles.",
  fix: "The members stay the same.",
  none: "The generated TypeScript and JSON stay the same.",
} as const;

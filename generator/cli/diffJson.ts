import type { DiffResult } from "../commands/diff.js";
import { jsonText } from "../diagnostics/jsonText.js";

/** Changes as one JSON document: `{"level", "version", "changes", "diagnostics"}`. */
export function diffJson({ level, version, changes, diagnostics }: DiffResult): string {
  return jsonText({ level, version, changes, diagnostics }, 2) + "\n";
}

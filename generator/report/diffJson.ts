import type { DiffResult } from "../commands/diff.js";

/** Changes as one JSON document: `{"level", "version", "changes", "diagnostics"}`. */
export function diffJson({ level, version, changes, diagnostics }: DiffResult): string {
  return JSON.stringify({ level, version, changes, diagnostics }, null, 2) + "\n";
}

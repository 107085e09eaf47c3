import type { Diagnostic } from "./diagnostic.js";

/** Diagnostics as one JSON document: `{"diagnostics": [{"rule", "severity", "file", …}]}`. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify({ diagnostics }, null, 2) + "\n";
}

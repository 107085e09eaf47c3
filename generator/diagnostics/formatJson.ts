import type { Diagnostic } from "./diagnostic.js";
import { jsonText } from "./jsonText.js";

/** Diagnostics as one JSON document: `{"diagnostics": [{"rule", "severity", "file", …}]}`. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return jsonText({ diagnostics }, 2) + "\n";
}

import { defineRule } from "../rule.js";
import { textsOf } from "../textsOf.js";

/** Controls, format characters (zero-width and bidirectional ones among them), unassigned and private ones. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;

export const invisibleCharacter = defineRule({
  id: "invisible-character",
  stage: "lint",
  severity: "error",
  summary: "A text has an invisible or bidirectional character, so what it shows differs from what it says.",
  *check(spec) {
    for (const { path, subject, text } of textsOf(spec)) {
      const found = invisible.exec(text);
      if (!found) continue;
      const number = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
      yield {
        path,
        range: spec.source.rangeOfMatch(path, invisible),
        message: `The ${subject} has an invisible character, U+${number}.`,
        help: "Remove it; if the page has it, record a deviation.",
      };
    }
  },
});

import { entriesOf, textsOf } from "./entriesOf.js";
import type { LintRule } from "./rule.js";

const stray = /[^\S \n]|(?<=\S) {2,}(?=[^ \n])|^ +(?=\S)(?!(?: *)(?:[-*+]|\d+[.)]) )/u;
const spaceAtEnd = / +(?=\n|$)/u;

export const whiteSpace: LintRule = {
  id: "white-space",
  stage: "lint",
  severity: "warning",
  summary:
    "A text has stray white space: non-breaking or other special spaces, tabs, doubled spaces, spaces at an end.",
  *check(spec) {
    for (const placed of entriesOf(spec)) {
      for (const { path, field, text } of textsOf(placed)) {
        const found = stray.exec(text) ?? spaceAtEnd.exec(text);
        if (!found) continue;
        const special = /[^\S \n]/u.exec(found[0]);
        yield {
          path,
          range: spec.source.rangeOfMatch(
            path,
            special ? /[^\S \r\n]/u : /(?<=\S) {2,}|(?<=["' ]) +(?=\S)| +(?=["']$)/u,
          ),
          message: `The ${field} of ${placed.entry.code} has ${special ? `a ${nameOf(special[0])}` : "stray spaces"}.`,
          help: "Write single ordinary spaces; if the page has it so, record a deviation.",
        };
      }
    }
  },
};

function nameOf(character: string): string {
  if (character === "\t") return "tab";
  if (character === "\u00a0") return "non-breaking space";
  return `special space (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")})`;
}

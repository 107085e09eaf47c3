import { defineRule } from "../rule.js";
import { textsOf } from "../textsOf.js";

const stray = /[^\S \n]|(?<=\S) {2,}(?=[^ \n])|^ +(?=\S)(?!(?: *)(?:[-*+]|\d+[.)]) )/u;
const spaceAtEnd = /(?<! ) +(?=\n|$)/u;

/** The same spaces in the file, where quotes may be around the text and each line may be indented. */
const strayInFile = /(?<=\S) {2,}(?=\S)|(?<=^["']) +(?=\S)|(?<=\S) +(?=["']?$|\r?\n)/u;

export const whiteSpace = defineRule({
  id: "white-space",
  stage: "lint",
  severity: "warning",
  summary:
    "A text has stray white space: non-breaking or other special spaces, tabs, double spaces, or leading or trailing spaces.",
  *check(spec) {
    for (const { path, subject, text } of textsOf(spec)) {
      const prose = withoutCode(text);
      const found = stray.exec(prose) ?? spaceAtEnd.exec(prose);
      if (!found) continue;
      const fixed = path.includes("entries") ? tidied(text) : undefined;
      const special = /[^\S \n]/u.exec(found[0]);
      yield {
        path,
        range: spec.source.rangeOfMatch(path, special ? /[^\S \r\n]/u : strayInFile),
        message: `The ${subject} has ${special ? `a ${nameOf(special[0])}` : "stray spaces"}.`,
        help: "Use single ordinary spaces; if the page has the same white space, record a deviation.",
        ...(fixed !== undefined && { fix: { text: fixed } }),
      };
    }
  },
});

/** The text with single ordinary spaces, unless white space may be meant in it: in code, lists and line breaks. */
function tidied(text: string): string | undefined {
  if (/[`\t]|^~~~|^ {2}|[^\S\n]{2,}\n(?!\n)/mu.test(text)) return undefined;
  return text.replaceAll(/[^\S\n]+/gu, " ").replaceAll(/^ | $/gmu, "");
}

function nameOf(character: string): string {
  if (character === "\t") return "tab";
  if (character === "\u00a0") return "non-breaking space";
  return `special space (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")})`;
}

/** Code keeps the white space that it has. */
function withoutCode(text: string): string {
  let fence = "";
  return text
    .split("\n")
    .filter((line) => {
      const [mark = ""] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
      const isFence = mark !== "" && (fence === "" || mark.startsWith(fence));
      if (isFence) fence = fence === "" ? mark : "";
      return !isFence && fence === "";
    })
    .join("\n");
}

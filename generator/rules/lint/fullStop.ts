import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { isPlainText, parseMarkdown } from "../../markdown/parseMarkdown.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const fullStop = defineRule({
  id: "full-stop",
  stage: "lint",
  severity: "warning",
  summary:
    "A description does not end like a sentence; descriptions that end in a list, a quote or code are exempt.",
  *check(spec) {
    for (const { path, entry } of entriesOf(spec)) {
      if (entry.description === undefined || endsLikeSentence(entry.description)) continue;
      yield {
        path: [...path, "description"],
        range: spec.source.rangeOfLastWord([...path, "description"]),
        message: `The description of ${shortened(entry.code)} has no full stop at its end.`,
        help: "Compare with the page; if the page has none either, leave it out, or add it and record a deviation.",
      };
    }
  },
});

function endsLikeSentence(description: string): boolean {
  const blocks: readonly RootContent[] = isPlainText(description)
    ? [{ type: "paragraph", children: [{ type: "text", value: description }] }]
    : parseMarkdown(description);
  const last = blocks.at(-1);
  return last?.type !== "paragraph" || /[.!?:。！？：]["'”’)\]]*$/u.test(toString(last));
}

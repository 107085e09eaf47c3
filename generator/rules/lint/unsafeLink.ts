import type { Nodes } from "mdast";
import { parseMarkdown } from "../../markdown/parseMarkdown.js";
import { isSafeUrl } from "../../markdown/safeLink.js";
import { defineRule } from "../rule.js";
import { shownValue } from "../shownValue.js";
import { textsOf } from "../textsOf.js";

export const unsafeLink = defineRule({
  id: "unsafe-link",
  stage: "lint",
  severity: "error",
  summary:
    "A link uses a URL scheme other than `http`, `https` and `mailto`, for example `javascript`, which can run code.",
  *check(spec) {
    for (const { path, subject, text } of textsOf(spec)) {
      // Most texts have no link.
      const unsafe = text.includes("](") ? parseMarkdown(text).map(unsafeUrlIn).find(Boolean) : undefined;
      if (unsafe === undefined) continue;
      yield {
        path,
        range: spec.source.rangeOfMatch(path, asWritten(unsafe)),
        message: `The ${subject} has a link to ${shownValue(unsafe)}, which the documentation shows as text.`,
        help: "Remove the link; if the page has it, record a deviation.",
      };
    }
  },
});

function unsafeUrlIn(node: Nodes): string | undefined {
  if (node.type === "link" && !isSafeUrl(node.url)) return node.url;
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const unsafe = unsafeUrlIn(child);
    if (unsafe !== undefined) return unsafe;
  }
  return undefined;
}

/** Where a URL is written with character references, the text as a whole is pointed at. */
function asWritten(url: string): RegExp {
  return new RegExp(url.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`));
}

import type { ListItem, PhrasingContent, RootContent } from "mdast";
import type { DiffResult, PlacedChange } from "../commands/diff.js";
import { code, paragraph, text } from "../emit/markdown/markdownNodes.js";
import { printMarkdown } from "../markdown/printMarkdown.js";
import { fieldHappening, happeningOf, onOneLine, textsOf } from "./describeChange.js";

/** The sections of a changelog in their order, and the changes that each is for. */
const sections: readonly (readonly [title: string, isFor: (change: PlacedChange) => boolean])[] = [
  ["Breaking", ({ level }) => level === "breaking"],
  ["Deprecated", ({ kind }) => kind === "retired" || kind === "replaced"],
  ["Added", ({ level }) => level === "feature"],
  ["Changed", ({ level }) => level === "fix"],
  ["No effect on code", () => true],
];

/** Changes as a section of a changelog. What a page says stays text, whatever it looks like. */
export function diffMarkdown({ changes }: Pick<DiffResult, "changes">): string {
  if (changes.length === 0) return "No changes.\n";
  const blocks: RootContent[] = [];
  let left = changes;
  for (const [title, isFor] of sections) {
    const items = left.filter(isFor).map(listItem);
    left = left.filter((change) => !isFor(change));
    if (items.length === 0) continue;
    blocks.push({ type: "heading", depth: 3, children: [text(title)] });
    blocks.push({ type: "list", spread: false, children: items });
  }
  return printMarkdown({ type: "root", children: blocks });
}

function listItem(change: PlacedChange): ListItem {
  const { before, after } = textsOf(change);
  const quoted = (said: string) => `“${said === "" ? " " : said}”`;
  const said = [before, after].flatMap((each) => (each === undefined ? [] : [quoted(each)])).join(" → ");
  const subject: PhrasingContent[] = change.code === undefined ? [] : [text(" "), name(change.code)];
  const children: PhrasingContent[] = [
    text(onOneLine(change.serviceName)),
    ...subject,
    text(": "),
    ...happening(change),
    ...(said === "" ? [] : [text(`: ${said}`)]),
  ];
  return { type: "listItem", spread: false, children: [paragraph(children)] };
}

/** The field of a spec is code; one that has words of its own is a word among them. */
function happening(change: PlacedChange): PhrasingContent[] {
  return change.kind === "field-changed" && change.field !== undefined
    ? [name(change.field), text(` ${fieldHappening(change)}`)]
    : [text(happeningOf(change))];
}

function name(said: string): PhrasingContent {
  return code(onOneLine(said) || "-");
}

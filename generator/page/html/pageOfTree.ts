import type { Root } from "hast";
import type { ReaderFinding, ReaderPage, ReaderTable } from "../reader.js";
import { type Block, blocksOf } from "./blocksOf.js";
import { markdownOf } from "./markdownOf.js";
import { spokenCodes } from "./spokenCodes.js";
import { tableOfElement } from "./tableOfElement.js";
import { textOf, visible } from "./visible.js";

/** The page that a tree of HTML shows: its tables, and what lists codes without one. */
export function pageOfTree(tree: Root, text: string, givenTitle?: string): ReaderPage {
  const blocks = blocksOf(visible(tree));
  const findings: ReaderFinding[] = [];
  const tables = blocks.flatMap((block, index): ReaderTable[] => {
    const table = block.kind === "table" ? tableOfElement(block.element) : undefined;
    if (table) return [{ ...around(blocks, index), ...table }];
    if (block.kind === "table")
      findings.push({
        line: block.lines.start,
        message: "This table has more cells than any that people make.",
      });
    return [];
  });
  const headings = blocks.flatMap((block) => (block.kind === "heading" ? [block] : []));
  const first = headings.find(({ level }) => level === 1);
  const heading = first ?? (givenTitle === undefined ? headings[0] : undefined);
  const title = markdownOf(heading?.content ?? [{ type: "text", value: givenTitle ?? "" }]);
  const spoken = spokenCodes(blocks, title);
  return {
    ...(title !== "" && { title }),
    tables: [...tables, ...spoken.tables],
    text,
    findings,
    leftOut: [...spoken.doubtful, ...brokenTables(blocks)],
  };
}

/** The heading above a table, and the texts between them. */
function around(blocks: readonly Block[], at: number): Pick<ReaderTable, "section" | "lead"> {
  let start = at;
  while (blocks[start - 1]?.kind === "text") start--;
  const heading = blocks[start - 1];
  const lead = blocks
    .slice(start, at)
    .map((block) => (block.kind === "text" ? markdownOf(block.content) : ""));
  return {
    ...(heading?.kind === "heading" &&
      heading.level > 1 &&
      heading.level < 7 && { section: markdownOf(heading.content) }),
    ...(lead.length > 0 && { lead: lead.join("\n\n") }),
  };
}

/** A line of a Markdown table as a text shows it: below the headers, or with cells between pipes. */
const lineOfTable = /^[ >]*(?:\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|?|\|(?:[^|\n]*\|){2,}) *$/m;

/** Texts that were meant to be tables. */
function brokenTables(blocks: readonly Block[]): { line: number; message: string }[] {
  return blocks.flatMap((block) => {
    const text = block.kind === "text" ? block.content.map(textOf).join("") : "";
    const at = text.search(lineOfTable);
    if (at === -1) return [];
    const above = text.slice(0, at).trimStart().split("\n").length - 1;
    const message =
      "This looks like a table, but it is none: its lines have different numbers of cells, or are parted or indented.";
    return [{ line: block.lines.start + above, message }];
  });
}

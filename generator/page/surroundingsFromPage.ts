import type { PhrasingContent, RootContent } from "mdast";
import { isTooMuch } from "../markdown/textBudget.js";
import type { Table } from "../catalogue/catalogue.js";
import { blockMarkdown, inlineMarkdown, inlineText } from "../markdown/printMarkdown.js";
import type { Page, PlacedTable } from "./readPage.js";
import { writeSurroundings } from "./rst/writeRst.js";

/** What a spec says about the place of a table on its page. */
type Surroundings = Pick<Table, "before" | "section" | "item" | "label" | "title" | "lead"> & {
  readonly number?: string;
  readonly indent?: string;
};

interface Place {
  readonly pageId: string;
  /** The line after the table before, counted from 1. */
  readonly previousEnd: number;
  /** How many tables with a title come before. */
  readonly titledBefore: number;
}

/**
 * What is around a table, as a person would write it; word for word where that would not give
 * the page again.
 */
export function surroundingsFromPage(page: Page, placed: PlacedTable, place: Place): Surroundings {
  const lines = page.sourceLines.slice(place.previousEnd - 1);
  const gap = trimBlankLines(lines.slice(0, placed.table.lines.start - place.previousEnd));
  const { number, title } = titleOf(placed.table.title);
  const titled = {
    ...(title !== undefined && { title }),
    ...(title !== undefined && number !== place.titledBefore + 1 && { number: String(number ?? 0) }),
  };
  if (page.format !== undefined) {
    const lead = blockMarkdown(placed.lead);
    const whole = placed.table.title ? inlineMarkdown(placed.table.title) : "";
    const before = trimBlankLines(lines.slice(0, placed.start - place.previousEnd)).join("\n");
    return {
      ...(before !== "" && { before }),
      ...(placed.section && { section: inlineMarkdown(placed.section) }),
      ...(whole !== "" && { title: whole }),
      ...(lead !== "" && { lead }),
    };
  }
  const around = lines.slice(placed.start - place.previousEnd, placed.table.lines.start - place.previousEnd);
  if (!isTooMuch(around.join("\n"))) {
    const before = trimBlankLines(lines.slice(0, placed.start - place.previousEnd));
    const lead = leadOf(placed, number ?? 0);
    const written = {
      ...(before.length > 0 && { before: before.join("\n") }),
      ...(placed.section && { section: inlineMarkdown(placed.section) }),
      ...(placed.item && { item: blockMarkdown(placed.item) }),
      ...(placed.label !== undefined && { label: placed.label }),
      ...titled,
      ...(lead !== "" && { lead }),
    };
    const shortened = shortLabel(written, place.pageId);
    if (shortened && gives(written, gap, number ?? 0)) return shortened;
  }
  const indent = indentOnPage(page.sourceLines[placed.table.lines.start - 1] ?? "");
  return {
    ...(gap.length > 0 && { before: gap.join("\n") }),
    ...(indent > 0 && { indent: String(indent) }),
    ...titled,
  };
}

/** Where a table begins in its line: after blanks, and the signs of a list that it is an item of. */
function indentOnPage(line: string): number {
  return /^(?:\s|[-+*](?=\s)|\(?(?:[0-9]+|#)[.)](?=\s))*/.exec(line)?.[0].length ?? 0;
}

function gives(written: Surroundings, gap: readonly string[], number: number): boolean {
  const blocks = writeSurroundings(
    { kind: "status-codes", names: "message", columns: [], entries: [], ...withoutNumber(written) },
    number,
  );
  return blocks.map((lines) => lines.join("\n")).join("\n\n") === gap.join("\n");
}

function withoutNumber({ number: _number, indent: _indent, ...rest }: Surroundings) {
  return rest;
}

/** A label in the short form, without the page's id; `undefined` where the spec cannot say it. */
function shortLabel(surroundings: Surroundings, pageId: string): Surroundings | undefined {
  const { label } = surroundings;
  if (label === undefined) return surroundings;
  const start = `${pageId}__`;
  const short = label.startsWith(start) ? label.slice(start.length) : label;
  return short.includes("__") === (short === label) && short !== ""
    ? { ...surroundings, label: short }
    : undefined;
}

/** A title such as `**Table 1** Status codes`, taken apart. */
function titleOf(nodes: readonly PhrasingContent[] | undefined): { number?: number; title?: string } {
  if (!nodes) return {};
  const [first, ...rest] = nodes;
  const number = first?.type === "strong" ? /^Table ([0-9]+)$/.exec(inlineText([first]))?.[1] : undefined;
  const title = inlineMarkdown(number === undefined ? nodes : withoutLeadingBlank(rest));
  return { ...(number !== undefined && { number: Number(number) }), ...(title !== "" && { title }) };
}

function withoutLeadingBlank([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== "text") return first ? [first, ...rest] : rest;
  const value = first.value.trimStart();
  return value === "" ? rest : [{ ...first, value }, ...rest];
}

/** The lead, with `{table}` for the reference to the table. */
function leadOf({ lead, label }: PlacedTable, number: number): string {
  const reference = `Table ${number}`;
  const replaced = lead.map((block): RootContent => {
    if (block.type !== "paragraph") return block;
    const children = block.children.map((node): PhrasingContent => {
      const isReference =
        node.type === "link" && node.url === `#${label ?? ""}` && inlineText(node.children) === reference;
      return isReference ? { type: "text", value: "{table}" } : node;
    });
    return { ...block, children };
  });
  return blockMarkdown(replaced);
}

export function trimBlankLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first === -1 ? [] : lines.slice(first, last + 1);
}

import type { PhrasingContent, RootContent } from "mdast";
import type { PageLines, PageNode, PageTable } from "./pageTree.js";
import {
  type CodeTable,
  type GivenRoles,
  type OtherTable,
  recogniseTable,
  withHeader,
} from "./recogniseTable.js";
import { parsePage } from "./rst/parsePage.js";

/** A page of the vendor, taken apart into its code tables and what is around them. */
export interface Page {
  /** The reader that gave it; absent for reStructuredText. */
  readonly format?: string;
  /** The `:original_name:`, without `.html`; absent where the page has none. */
  readonly id?: string;
  /** The page's label. */
  readonly label?: string;
  readonly title?: readonly PhrasingContent[];
  /** The code tables of the page, in its order. */
  readonly tables: readonly PlacedTable[];
  /** The other tables, and why they are none. */
  readonly refused: readonly RefusedTable[];
  /** What else may hold codes, sentence by sentence. */
  readonly leftOut?: readonly { readonly line: number; readonly message: string }[];
  /** The tables that cannot be read. */
  readonly unreadable: readonly { readonly line: number; readonly message: string }[];
  /** Lines of the page's text. */
  readonly sourceLines: readonly string[];
  /** The lines of the page's title, counted from 1; without a title, the first line. */
  readonly titleLines: PageLines;
}

export interface RefusedTable extends Pick<OtherTable, "reason" | "isDoubtful"> {
  readonly line: number;
}

/** A table and what belongs to it: what comes right before it, up to the last thing that does not. */
export interface PlacedTable {
  readonly table: PageTable;
  readonly recognised: CodeTable;
  readonly label?: string;
  /** The heading that the table is under, where nothing but its lead is between. */
  readonly section?: readonly PhrasingContent[];
  readonly lead: readonly RootContent[];
  /** The list item that the table is in. */
  readonly item?: readonly RootContent[];
  /** The first line that belongs to the table. */
  readonly start: number;
}

/** Reads a page. */
export function readPage(text: string, given?: GivenRoles): Page {
  const parsed = parsePage(text);
  const nodes = parsed.nodes.map(withHeaders);
  const sourceLines = text.split("\n");
  const [firstTable] = [...nodes.keys()].filter(
    (index) => allTables(nodes.slice(index, index + 1)).length > 0,
  );
  const titleAt = nodes.slice(0, firstTable).findIndex(({ kind }) => kind === "heading");
  const title = nodes[titleAt];
  const label = nodes.slice(0, Math.max(0, titleAt)).find((node) => node.kind === "label");
  const id = /^:original_name: *(\S.*?)(?:\.html)? *$/m.exec(sourceLines.slice(0, 3).join("\n"))?.[1];
  return {
    ...(id !== undefined && { id }),
    ...(label && { label: label.name }),
    ...(title?.kind === "heading" && { title: title.text }),
    tables: placedTables(nodes.slice(titleAt + 1), given),
    refused: allTables(nodes).flatMap((table) => {
      const recognised = recogniseTable(table, given);
      if (recognised.kind !== "other") return [];
      const { reason, isDoubtful } = recognised;
      return [{ line: table.lines.start, reason, isDoubtful }];
    }),
    unreadable: [...parsed.problems, ...inUnknownDirectives(nodes, given)],
    sourceLines,
    titleLines: title?.lines ?? { start: 1, end: 1 },
  };
}

/** The same node, with the header of each table where it is in the first row. */
function withHeaders(node: PageNode): PageNode {
  if (node.kind === "table") return withHeader(node);
  if (node.kind === "list") return { ...node, items: node.items.map((item) => item.map(withHeaders)) };
  return node.kind === "container" ? { ...node, children: node.children.map(withHeaders) } : node;
}

function placedTables(nodes: readonly PageNode[], given: GivenRoles | undefined): PlacedTable[] {
  const placed: PlacedTable[] = [];
  let before: PageNode[] = [];
  for (const node of nodes) {
    if (node.kind === "table") {
      const recognised = recogniseTable(node, given);
      if (recognised.kind !== "other") {
        placed.push({ table: node, recognised, ...surroundings(before, node.lines.start) });
        before = [];
        continue;
      }
    } else if (node.kind === "list") {
      const inItems = node.items.flatMap((item, index) => itemTables(item, index === 0 ? before : [], given));
      placed.push(...inItems);
      before = inItems.length > 0 ? [] : [...before, node];
      continue;
    } else if (node.kind === "container") {
      const inside = placedTables(node.children, given);
      placed.push(...inside);
      before = inside.length > 0 ? [] : [...before, node];
      continue;
    }
    before.push(node);
  }
  return placed;
}

/** The code tables in one item of a list, such as "Normal" or "Abnormal". */
function itemTables(
  item: readonly PageNode[],
  before: readonly PageNode[],
  given?: GivenRoles,
): PlacedTable[] {
  const placed: PlacedTable[] = [];
  let inItem: PageNode[] = [];
  for (const node of item) {
    if (node.kind === "list" || node.kind === "container") {
      const inside = placedTables([node], given);
      placed.push(...inside);
      if (inside.length > 0) continue;
    }
    const recognised = node.kind === "table" ? recogniseTable(node, given) : undefined;
    if (node.kind !== "table" || !recognised || recognised.kind === "other") {
      inItem.push(node);
      continue;
    }
    const label = inItem.at(-1);
    const texts = inItem.flatMap((each) => (each.kind === "text" ? [each.block] : []));
    const isFirst = placed.length === 0;
    const start = isFirst ? (item[0]?.lines.start ?? node.lines.start) : node.lines.start;
    placed.push({
      table: node,
      recognised,
      ...surroundings(isFirst ? before : [], start),
      ...(label?.kind === "label" && { label: label.name }),
      ...(isFirst && texts.length > 0 && { item: texts }),
    });
    inItem = [];
  }
  return placed;
}

/** Code tables in a directive that may be misspelt, or may hold something that only looks like a table. */
function inUnknownDirectives(nodes: readonly PageNode[], given?: GivenRoles): Page["unreadable"] {
  return nodes.flatMap((node) => {
    if (node.kind === "list") return node.items.flatMap((item) => inUnknownDirectives(item, given));
    if (node.kind !== "container") return [];
    if (node.isKnown || placedTables([node], given).length === 0)
      return inUnknownDirectives(node.children, given);
    const message = `A table of codes is in the directive "${node.name}", which neither docutils nor Sphinx defines.`;
    return [{ line: node.lines.start, message }];
  });
}

function surroundings(
  before: readonly PageNode[],
  tableStart: number,
): Pick<PlacedTable, "label" | "section" | "lead" | "start"> {
  let at = before.length;
  const label = before[at - 1];
  if (label?.kind === "label") at--;
  const lead: RootContent[] = [];
  for (let node = before[at - 1]; node?.kind === "text"; node = before[at - 1]) {
    lead.unshift(node.block);
    at--;
  }
  const section = before[at - 1];
  if (section?.kind === "heading") at--;
  return {
    ...(label?.kind === "label" && { label: label.name }),
    ...(section?.kind === "heading" && { section: section.text }),
    lead,
    start: before[at]?.lines.start ?? tableStart,
  };
}

function allTables(nodes: readonly PageNode[]): PageTable[] {
  return nodes.flatMap((node) => {
    if (node.kind === "table") return [node];
    if (node.kind === "list") return node.items.flatMap(allTables);
    return node.kind === "container" ? allTables(node.children) : [];
  });
}

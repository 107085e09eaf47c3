import { isDeepStrictEqual } from "node:util";
import { headerOnPage } from "../../generator/page/headerOnPage.js";
import type { DocutilsNode, DocutilsPage } from "./askDocutils.js";
import { docutilsForm, docutilsText, docutilsTextWithReferences, isDash, markdownForm } from "./cellForms.js";
import type { ImportedTable } from "./importedPage.js";

/** What a table of docutils has at a place: its cell, and whether a cell above or beside reaches there. */
interface Place {
  readonly blocks: DocutilsNode["children"];
  readonly isReached: boolean;
}

type Row = readonly Place[];

/** What the tables of a spec say differently from docutils, in words. */
export function differences(
  tables: readonly ImportedTable[],
  { tables: all, targets }: DocutilsPage,
): string[] {
  let next = 0;
  return tables.flatMap((table, index) => {
    const found = all.slice(next).map((each) => tableDifferences(table, each, targets));
    const same = found.findIndex((each) => each.length === 0);
    const chosen = same >= 0 ? same : found.findIndex(([first]) => !first?.startsWith("header"));
    if (chosen < 0)
      return [`table ${index}: docutils has none with these headers: ${found.flat().join("; ")}`];
    next += chosen + 1;
    return (found[chosen] ?? []).map((each) => `table ${index}, ${each}`);
  });
}

function tableDifferences(
  table: ImportedTable,
  node: DocutilsNode,
  targets: DocutilsPage["targets"],
): string[] {
  const [group] = named([node], "tgroup");
  const count = group ? named([group], "colspec").length : 0;
  const head = rowsOf(named([group], "thead")[0], count).filter(hasContent);
  const rows = rowsOf(named([group], "tbody")[0], count).filter(hasContent);
  const headerRows = table.isHeadless && head.length === 0 ? rows.splice(0, 1) : head;
  const headersBy = (textOfCell: typeof docutilsText) =>
    Array.from({ length: count }, (_, column) =>
      headerRows
        .map((cells) => textOfCell(cells[column]?.blocks ?? []))
        .join(" ")
        .trim(),
    );
  const said = table.columns.map((column, index) =>
    headerOnPage(column, table.columns.slice(0, index)).replaceAll(/\s+/g, " "),
  );
  const headers = [headersBy(docutilsText), headersBy(docutilsTextWithReferences)];
  if (!headers.some((each) => isDeepStrictEqual(said, each)))
    return [`header: ${JSON.stringify(said)} is ${JSON.stringify(headers[0])}`];

  if (rows.length !== table.entries.length)
    return [`${table.entries.length} entries are ${rows.length} rows`];
  return rows.flatMap((_, index) =>
    table.columns.flatMap(({ header, role = "other" }, column) => {
      const entry = table.entries[index] ?? {};
      const allowed = allowedCells(rows, index, column);
      if (allowed.some((blocks) => saysTheSame(entry, role, header, blocks, targets))) return [];
      const wanted = allowed.map((blocks) => docutilsForm(blocks, targets)).join(" or ");
      return [
        `row ${index}, ${role} "${header}": ${JSON.stringify(saidIn(entry, role, header))} is ${wanted}`,
      ];
    }),
  );
}

function hasContent(row: Row): boolean {
  return row.some(({ blocks, isReached }) => !isReached && blocks.length > 0);
}

/** A cell, or what a blank one at the beginning of a row or below a cell that spans may be for. */
function allowedCells(rows: readonly Row[], index: number, column: number): DocutilsNode["children"][] {
  const row = rows[index] ?? [];
  const { blocks = [], isReached = false } = row[column] ?? {};
  if (isReached) return [blocks, [], ...(index > 0 ? allowedCells(rows, index - 1, column) : [])];
  const isContinued = row.slice(0, column + 1).every((place) => place.isReached || isBlank(place.blocks));
  return isContinued && index > 0 ? [blocks, ...allowedCells(rows, index - 1, column)] : [blocks];
}

function saysTheSame(
  entry: ImportedTable["entries"][number],
  role: string,
  header: string,
  blocks: DocutilsNode["children"],
  targets: DocutilsPage["targets"],
): boolean {
  const said = saidIn(entry, role, header);
  if (isBlank(blocks) && isDash(said)) return true;
  // Markup is taken off codes, and a class of codes such as 4xx keeps its asterisks.
  if (["code", "codeAndMessage", "status", "module"].includes(role))
    return [docutilsText(blocks), docutilsTextWithReferences(blocks)].some(
      (text) => plain(said, role) === text.replaceAll(/\*|(?<=\S)\s*<[^<>]*>$/g, ""),
    );
  return new RegExp(`^${docutilsForm(blocks, targets)}$`, "u").test(markdownForm(said).normalize("NFC"));
}

function saidIn(entry: ImportedTable["entries"][number], role: string, header: string): string {
  if (role === "codeAndMessage") return `${textOf(entry["code"])} ${textOf(entry["message"])}`.trim();
  if (role !== "other") return textOf(entry[role]);
  const { other } = entry;
  return typeof other === "object" && other !== null
    ? textOf(new Map(Object.entries(other)).get(header))
    : "";
}

function plain(said: string, role: string): string {
  const text =
    role === "codeAndMessage"
      ? markdownForm(said)
          .replaceAll("⟧⟦", "⟧ ⟦")
          .replaceAll(/⟦\S* |⟧/g, "")
      : said;
  return text.normalize("NFC").replaceAll("*", "").replaceAll(/\s+/g, " ").trim();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trimEnd() : "";
}

function isBlank(blocks: DocutilsNode["children"]): boolean {
  const isPlain = blocks.every(
    (node) =>
      typeof node === "object" &&
      ["paragraph", "bullet_list", "comment", "system_message"].includes(node.name),
  );
  return isPlain && isDash(docutilsText(blocks));
}

/** Rows with a place for each column, those included that a cell of a row above reaches. */
function rowsOf(part: DocutilsNode | undefined, count: number): Row[] {
  const reaching = new Map<string, DocutilsNode>();
  return named([part], "row").map((row, y) => {
    const cells = named([row], "entry");
    const places: Place[] = [];
    while (places.length < count) {
      const above = reaching.get(`${y} ${places.length}`);
      const cell = above ?? cells.shift();
      if (!cell) break;
      if (above) {
        places.push({ blocks: above.children, isReached: true });
        continue;
      }
      const { morerows = 0, morecols = 0 } = cell.attributes;
      const x = places.length;
      for (let right = 0; right <= Number(morecols); right++) {
        places.push({ blocks: cell.children, isReached: right > 0 });
        for (let down = 1; down <= Number(morerows); down++) reaching.set(`${y + down} ${x + right}`, cell);
      }
    }
    return places;
  });
}

function named(parents: readonly (DocutilsNode | undefined)[], name: string): DocutilsNode[] {
  return parents.flatMap((parent) =>
    (parent?.children ?? []).flatMap((child) =>
      typeof child === "object" && child.name === name ? [child] : [],
    ),
  );
}

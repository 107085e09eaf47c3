import fc from "fast-check";
import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { expect, test } from "vitest";
import type { Column, Service, Table } from "../../generator/catalogue/catalogue.js";
import { parseMarkdown } from "../../generator/markdown/parseMarkdown.js";
import { hasUncertainWidth } from "../../generator/page/rst/uncertainWidth.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { askDocutils, type DocutilsNode, hasDocutils } from "../docutils/askDocutils.js";
import { hostileCatalogue, tried } from "../emit/hostileSpecs.js";
import { type PageBlock, readTables, squeezed } from "./readPage.js";
import { onlySpec } from "../pageSpecs.js";

/*
 * Inline markup of reStructuredText does not nest, so what is compared is each cell's plain text
 * and its blocks: emphasis in strong text, or code in a link, is shown as plain text on the page.
 */
test("any valid spec gives a page whose tables say what the spec says, block by block", () => {
  fc.assert(
    fc.property(hostileCatalogue, (catalogue) => {
      const [service] = catalogue.services;
      if (!service) throw new Error("There is no service.");
      fc.pre(!rstCompilerMisreads(service));
      expect(readTables(writeRst(onlySpec(service)))).toEqual(
        service.tables.map(pageRows).filter((rows) => rows.length > 0),
      );
    }),
    tried(100),
  );
});

/**
 * A code block that begins like a field, which rst-compiler takes for an option of the directive,
 * and notes in notes, of which it reads the inner ones as text. docutils reads both rightly. Tables that are
 * lists, as those with combining or unassigned characters are, rst-compiler does not know.
 */
function rstCompilerMisreads({ tables }: Service): boolean {
  return tables.some(({ entries, columns }) => {
    const cells = [...entries].flatMap((entry) => entry.cells);
    const headers = columns.map(({ header }) => header);
    return [...cells, ...headers].some(
      (cell) => /(?:```|~~~)\s*:|>\s*>/.test(cell) || hasUncertainWidth(cell),
    );
  });
}

test("docutils finds the tables, rows and columns of any valid spec on its page", ({ skip }) => {
  skip(!hasDocutils, "No Python with docutils is installed (Debian: python3-docutils).");
  const services = fc.sample(hostileCatalogue, tried(100)).flatMap((catalogue) => catalogue.services);
  const shapes = askDocutils(services.map((service) => writeRst(onlySpec(service)))).map(({ tables }) =>
    tables.map(shapeOf),
  );
  expect(shapes).toEqual(
    services.map((service) =>
      service.tables
        .map((table) => ({ rows: pageRows(table).length, columns: table.columns.length }))
        .filter(({ rows }) => rows > 0),
    ),
  );
});

function shapeOf(table: DocutilsNode) {
  const named = (node: DocutilsNode | undefined, name: string) =>
    (node?.children ?? []).flatMap((child) =>
      typeof child === "object" && child.name === name ? [child] : [],
    );
  const [group] = named(table, "tgroup");
  const rows = named(named(group, "tbody")[0], "row");
  return { rows: rows.length, columns: named(group, "colspec").length };
}

/** The rows that the page still has: retired codes are no longer on it. */
function pageRows({ columns, entries }: Table): PageBlock[][][] {
  return [...entries]
    .filter(({ retired }) => retired === undefined)
    .map(({ cells }) => cells.map((cell, index) => cellBlocks(columns[index], cell)));
}

function cellBlocks(column: Column | undefined, cell: string): PageBlock[] {
  const isText = ["code", "status", "module"].includes(column?.role ?? "");
  if (isText || cell === "-") return paragraph(shown(cell));
  return mergedLists(parseMarkdown(cell).flatMap(blockOf));
}

/** Two lists that only a blank line parts are one list to a reader of the page; import parts them again. */
function mergedLists(blocks: readonly PageBlock[]): PageBlock[] {
  const merged: PageBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const isSameList = last?.kind === block.kind && /List$/.test(block.kind);
    if (last && isSameList) merged.splice(-1, 1, { ...last, blocks: [...last.blocks, ...block.blocks] });
    else merged.push(block);
  }
  return merged;
}

function blockOf(block: RootContent): PageBlock[] {
  switch (block.type) {
    case "list": {
      const items = block.children
        .map((item) => item.children.flatMap(blockOf))
        .filter((blocks) => blocks.length > 0)
        .map((blocks) => ({ kind: "Item", text: "", blocks }));
      const kind = block.ordered ? "EnumeratedList" : "BulletList";
      return items.length === 0 ? [] : [{ kind, text: "", blocks: items }];
    }
    case "blockquote": {
      const blocks = block.children.flatMap(blockOf);
      return blocks.length === 0 ? [] : [{ kind: "note", text: "", blocks }];
    }
    case "code":
      return shown(block.value) === "" ? [] : [{ kind: "code-block", text: shown(block.value), blocks: [] }];
    case "paragraph":
      return paragraph(
        shown(block.children.map((node) => (node.type === "break" ? " " : toString(node))).join("")),
      );
    default:
      return paragraph(shown(toString(block)));
  }
}

function paragraph(text: string): PageBlock[] {
  return text === "" ? [] : [{ kind: "Paragraph", text, blocks: [] }];
}

/** Line ends of docutils and controls are blanks on the page; a lone surrogate can be in no file. */
function shown(text: string): string {
  return squeezed(text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ").replaceAll(/\p{Cs}/gu, "\ufffd"));
}

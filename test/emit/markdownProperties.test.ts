import fc from "fast-check";
import type { Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { toString } from "mdast-util-to-string";
import { gfmTable } from "micromark-extension-gfm-table";
import { format } from "prettier";
import { expect, test } from "vitest";
import type { Entry } from "../../generator/catalogue/catalogue.js";
import { showHidden } from "../../generator/diagnostics/hiddenCharacters.js";
import { parseMarkdown } from "../../generator/markdown/parseMarkdown.js";
import { emitTree } from "./emittedTree.js";
import { hostileCatalogue, tried } from "./hostileSpecs.js";

test("any valid spec gives Markdown tables whose cells say what the spec says", async () => {
  await fc.assert(
    fc.asyncProperty(hostileCatalogue, async (catalogue) => {
      const files = await emitTree(catalogue, "enum", ["markdown"]);
      const tables = catalogue.services.flatMap((service) => service.tables);
      const pages = files
        .filter(({ path }) => path.startsWith("docs/hostile/") && !path.endsWith("/index.md"))
        .map(({ text }) => text);
      const parsed = pages.map((text) => readTable(text));
      for (const { entries } of tables) {
        const expected = entries.map((entry) => shownCells(entry));
        expect(parsed).toContainEqual(expected);
      }
      expect(parsed).toHaveLength(tables.length);
    }),
    tried(100),
  );
});

test("Prettier finds nothing to change in the Markdown of any valid spec", async () => {
  await fc.assert(
    fc.asyncProperty(hostileCatalogue, async (catalogue) => {
      const files = await emitTree(catalogue, "enum", ["markdown"]);
      for (const { text } of files.filter((file) => !hasEmphasis(file.text))) {
        expect(await format(text, { parser: "markdown" })).toBe(text);
      }
    }),
    tried(60),
  );
});

/**
 * Prettier chooses between `*` and `_` by what is next to emphasis, in ways that are its own
 * matter; only where emphasis touches other markup does it choose otherwise than the printer.
 */
function hasEmphasis(page: string): boolean {
  const inside = (node: RootContent): boolean =>
    node.type === "strong" || node.type === "emphasis" || ("children" in node && node.children.some(inside));
  return parsePage(page).children.some(inside);
}

function parsePage(page: string): Root {
  return fromMarkdown(page, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** The cells of the one table of a page, by column; empty ones are left out. */
function readTable(page: string): Record<string, string>[] {
  const [header, title, table] = parsePage(page).children;
  expect([header?.type, title?.type, table?.type]).toEqual(["html", "heading", "table"]);
  const [names = [], ...rows] = cellsOf(table as Table);
  return rows.map((row) =>
    Object.fromEntries(row.flatMap((cell, index) => (cell === "" ? [] : [[names[index] ?? "", cell]]))),
  );
}

function cellsOf({ children }: Table): string[][] {
  return children.map((row) =>
    row.children.map((cell) => squeezed(cell.children.map((node) => inlineText(node)).join(""))),
  );
}

/** Only line breaks may be HTML: any other tag would be a text that was not escaped. */
function inlineText(node: RootContent): string {
  if (node.type === "html") {
    expect(node.value).toMatch(/^(?:<br>|<a id="[A-Za-z0-9._~-]+">|<\/a>)$/);
    return node.value === "<br>" ? " " : "";
  }
  return "children" in node ? node.children.map(inlineText).join("") : toString(node);
}

function shownCells(entry: Entry): Record<string, string> {
  const isError = entry.kind === "error-code";
  const cells = {
    Code: shown(entry.code),
    Name: entry.name,
    "HTTP status": isError ? shown(entry.status) : "",
    Module: isError ? shown(entry.module) : "",
    Message: shown(entry.message),
    Description: shownMarkdown(entry.description),
    Solution: isError ? shownMarkdown(entry.solution) : "",
    "Retired since": shown(entry.retired),
    ...Object.fromEntries(
      Object.entries(entry.other).map(([header, text]) => [shown(header), shownMarkdown(text)]),
    ),
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ""));
}

function shown(text = ""): string {
  return squeezed(showHidden(text));
}

function shownMarkdown(markdown = ""): string {
  return squeezed(
    parseMarkdown(showHidden(markdown))
      .map((block) => blockText(block, ""))
      .join(" "),
  );
}

/** What a reader sees of a block when all is on one line. */
function blockText(block: RootContent, outer: string): string {
  switch (block.type) {
    case "list":
      return block.children
        .map((item, index) => {
          const numbers = outer.replaceAll(/[^0-9.]/g, "");
          const bullet = outer === "•" ? "◦" : "•";
          const mark = block.ordered ? `${numbers}${(block.start ?? 1) + index}.` : bullet;
          return [mark, ...item.children.map((child) => blockText(child, mark))].join(" ");
        })
        .join(" ");
    case "blockquote":
      return block.children.map((child) => blockText(child, outer)).join(" ");
    case "paragraph":
      return block.children.map((node) => (node.type === "break" ? " " : inlineText(node))).join("");
    default:
      return toString(block);
  }
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

import { RstDirective, RstText, RstTable, RstToMdCompiler } from "rst-compiler";
import type { RstNode } from "rst-compiler";
import { inColumns } from "./inColumns.js";

/** A block of a page: what it is, what it says as plain text, and the blocks in it. */
export interface PageBlock {
  readonly kind: string;
  readonly text: string;
  readonly blocks: readonly PageBlock[];
}

const compiler = new RstToMdCompiler();

/** The body cells of each table of a page. */
export function readTables(page: string): PageBlock[][][][] {
  const { narrow, restore } = inColumns(page);
  const tables: PageBlock[][][][] = [];
  const visit = (node: RstNode): void => {
    if (node instanceof RstTable) {
      tables.push(
        node.bodyRows.map((row) =>
          row.children.map((cell) => cell.children.flatMap((child) => blockOf(child, restore))),
        ),
      );
      return;
    }
    node.children.forEach(visit);
  };
  visit(compiler.parse(narrow).root);
  return tables;
}

function blockOf(node: RstNode, restore: (text: string) => string): PageBlock[] {
  if (node.nodeType === "Comment") return [];
  const kind = node instanceof RstDirective ? node.directive : node.nodeType.replace(/^.*Item$/, "Item");
  const blocks = node.children
    .filter((child) => !child.isInlineNode)
    .flatMap((child) => blockOf(child, restore));
  if (kind !== "code-block" && blocks.length > 0) return [{ kind, text: "", blocks }];
  const isRaw = node instanceof RstDirective && kind === "code-block";
  const text = squeezed(restore(isRaw ? node.rawBodyText : inlineText(node)));
  return text === "" ? [] : [{ kind, text, blocks: [] }];
}

function inlineText(node: RstNode): string {
  if (node instanceof RstText) return node.textContent;
  return node.children.map(inlineText).join("");
}

/**
 * White space in a paragraph is one blank, however long. Backslashes are left out, with the blanks
 * after them: rst-compiler resolves some escapes twice; a test of its own looks at backslashes.
 */
export function squeezed(text: string): string {
  return text.replaceAll(/\\\s*/g, "").replaceAll(/\s+/g, " ").trim();
}

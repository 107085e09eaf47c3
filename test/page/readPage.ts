import { RstDirective, RstText, RstTable, RstToMdCompiler } from "rst-compiler";
import type { RstNode } from "rst-compiler";
import { columnWidth } from "../../generator/page/columnWidth.js";

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

/**
 * rst-compiler finds columns by counting UTF-16 units, docutils by counting columns. So each
 * character that is not one unit of one column stands for the time of parsing as one or two that are.
 */
function inColumns(page: string): { readonly narrow: string; readonly restore: (text: string) => string } {
  const units = new Map<string, string>();
  const narrow = page.replaceAll(/[^ -~\n]/gu, (character) => {
    const width = columnWidth(character);
    if (width === 1 && character.length === 1) return character;
    const unit = units.get(character) ?? String.fromCharCode(0xe000 + units.size);
    units.set(character, unit);
    return unit + (width === 2 ? "\uf8ff" : "");
  });
  const characters = new Map([...units].map(([character, unit]) => [unit, character]));
  return {
    narrow,
    restore: (text) =>
      text.replaceAll("\uf8ff", "").replaceAll(/[\ue000-\uf8fe]/g, (unit) => characters.get(unit) ?? unit),
  };
}

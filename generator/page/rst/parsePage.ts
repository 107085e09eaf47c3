import { fileLimit, textBudget } from "../../markdown/textBudget.js";
import type { PageNode } from "../pageTree.js";
import { type CellBlocks, cellBlocks } from "./cellBlocks.js";
import { type Construct, type Context } from "./context.js";
import { explicitMarkup } from "./explicitMarkup.js";
import { bulletList, enumeratedList } from "./lists.js";
import type { Problem } from "./rawTable.js";
import { isBlank, type SourceLine, sourceLinesOf } from "./sourceLines.js";
import { gridTable, simpleTable } from "./tables.js";
import {
  blockQuote,
  definitionList,
  doctest,
  fieldList,
  heading,
  lineBlock,
  optionList,
  paragraph,
  transition,
} from "./textBlocks.js";

/** A page, and the tables on it that cannot be read. */
export interface ParsedPage {
  readonly nodes: readonly PageNode[];
  readonly problems: readonly Problem[];
}

/**
 * Parses a page in reStructuredText, as far as the text of its tables is concerned, exactly as docutils
 * reads it; what docutils refuses, or would lose, is a problem.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 */
export function parsePage(page: string): ParsedPage {
  const context: Context = { ...emptyContext(), titleStyles: [] };
  const nodes = parseBlocks(sourceLinesOf(page), context);
  return { nodes, problems: context.tableProblems };
}

/** The text of one cell, as a page could have it. */
export function parseCell(text: string): CellBlocks {
  return cellBlocks(parseBlocks(sourceLinesOf(text), { ...emptyContext(), isInCell: true }));
}

function emptyContext(): Context {
  const tableProblems: Problem[] = [];
  const isWithin = textBudget();
  let isOver = false;
  const isWithinBudget = (text: string, line: number) => {
    if (isWithin(text)) return true;
    if (!isOver) tableProblems.push({ line, message: tooMuchInTables });
    isOver = true;
    return false;
  };
  return { parse: parseInside, tableProblems, textProblems: [], isInCell: false, isWithinBudget, depth: 0 };
}

const tooMuchInTables = `Up to here, the tables of this page have over ${fileLimit}.`;

/** Parsing recurses; no page of a person comes near this depth. */
const deepest = 60;

function parseInside(
  lines: readonly SourceLine[],
  { titleStyles: _noTitles, ...outer }: Context,
): PageNode[] {
  const context = { ...outer, depth: outer.depth + 1 };
  if (context.depth <= deepest) return parseBlocks(lines, context);
  const line = lines[0]?.line ?? 0;
  context.tableProblems.push({ line, message: `The text is nested more than ${deepest} levels deep.` });
  return [];
}

/** What a block can be, in the order in which docutils tries it. */
const constructs: readonly Construct[] = [
  blockQuote,
  bulletList,
  enumeratedList,
  fieldList,
  optionList,
  doctest,
  lineBlock,
  gridTable,
  simpleTable,
  explicitMarkup,
  heading,
  transition,
  definitionList,
  paragraph,
];

function parseBlocks(lines: readonly SourceLine[], context: Context): PageNode[] {
  const nodes: PageNode[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    for (const construct of constructs) {
      const parsed = construct(lines, at, context);
      if (!parsed) continue;
      nodes.push(...parsed.nodes);
      at = Math.max(parsed.next, at + 1);
      break;
    }
  }
  return nodes;
}

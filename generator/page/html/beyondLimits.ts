import { marksIn } from "../../markdown/textBudget.js";
import type { ReaderFinding, ReaderPage } from "../reader.js";

/**
 * What the parsers are given: HTML takes memory for each tag, and time for each with the levels that it is in;
 * Markdown takes time for each mark, and for each line with the lists and quotes that it is in. `work` is the sum of
 * the levels that all tags, or all lines, are in.
 */
const most = { tags: 200_000, levels: 500, marks: 100_000, containers: 100, work: 4_000_000 };

/** Elements that need no end, or have none. */
const endless =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|br|hr|img|input|link|meta|col|wbr|area|base|source|track|param|embed)$/i;

/** A page in HTML that a parser is not given, and why. */
export function beyondLimits(text: string): ReaderPage | undefined {
  let levels = 0;
  let tags = 0;
  let work = 0;
  for (const { index, 1: end, 2: name = "", 3: isClosed } of text.matchAll(
    /<(\/?)([A-Za-z][^\s/>]*)(?:[^<>]*?(\/)>)?/g,
  )) {
    tags++;
    work += levels;
    if (!endless.test(name) && isClosed === undefined)
      levels = end === "/" ? Math.max(0, levels - 1) : levels + 1;
    if (levels > most.levels || work > most.work)
      return refused(
        text,
        index,
        "Up to here, more elements are in each other than on any page that people make",
      );
    if (tags > most.tags)
      return refused(text, index, `Up to here, the page has over ${inWords(most.tags)} tags`);
  }
  return undefined;
}

/** A page in Markdown that a parser is not given, and why. */
export function markdownBeyondLimits(text: string): ReaderPage | undefined {
  let work = 0;
  const container = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]+[.)](?=[ \t])))+/gm;
  for (const { index, 0: start } of text.matchAll(container)) {
    // Items of lists in each other may be indented, and each on a line of its own.
    const levels = Math.max(
      start.match(/>|[-+*.)]/g)?.length ?? 0,
      (/^[ \t]*/.exec(start)?.[0].length ?? 0) / 2,
    );
    work += levels * 20;
    if (levels > most.containers || work > most.work)
      return refused(
        text,
        index,
        "Up to here, more lists and quotes are in each other than on any page that people make",
      );
  }
  if (marksIn(text) <= most.marks) return beyondLimits(text);
  return refused(text, 0, `The page has over ${inWords(most.marks)} line ends and marks`);
}

function refused(text: string, index: number, reason: string): ReaderPage {
  const finding: ReaderFinding = { line: text.slice(0, index).split("\n").length, message: `${reason}.` };
  return { tables: [], text, findings: [finding] };
}

function inWords(count: number): string {
  return count.toLocaleString("en");
}

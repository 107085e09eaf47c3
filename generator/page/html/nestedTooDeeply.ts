import type { ReaderPage } from "../reader.js";

/** Elements that need no end, or have none. */
const endless =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|br|hr|img|input|link|meta|col|wbr|area|base|source|track|param|embed)$/i;

/** How deeply elements may be in each other. */
const deepest = 1_000;

/** A page of which the elements are in each other by thousands: parsers take the square of that, or all memory. */
export function nestedTooDeeply(text: string): ReaderPage | undefined {
  let depth = 0;
  for (const match of text.matchAll(/<(\/?)([A-Za-z][^\s/>]*)(?:[^>]*?(\/)>)?/g)) {
    const [, end, name = "", isClosed] = match;
    if (endless.test(name) || isClosed !== undefined) continue;
    depth = end === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth <= deepest) continue;
    const line = text.slice(0, match.index).split("\n").length;
    return {
      tables: [],
      text,
      findings: [{ line, message: `Over ${deepest} elements are in each other here.` }],
    };
  }
  return undefined;
}

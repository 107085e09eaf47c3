import type { ComposedYaml, ParserProblem } from "./composeYaml.js";

/**
 * The errors that are a mistake each. One slip makes the parser stumble several times: in the same line, and
 * over a tab in any line from then on.
 */
export function withoutFollowUps(text: string, { errors, lines }: ComposedYaml): ParserProblem[] {
  const inOrder = errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .map((error) => ({ error, line: lines.linePos(error.pos[0]).line }));
  // Errors about the same lines are about the same tab, and one line can have thousands.
  const linesAbout = new Set<string>();
  const overTab = inOrder.find(({ error, line }) => {
    const key = `${line} ${lines.linePos(error.pos[1]).line} ${error.code === "MISSING_CHAR"}`;
    const isKnown = error.code !== "TAB_AS_INDENT" && linesAbout.has(key);
    linesAbout.add(key);
    return !isKnown && tabOf(text, error) !== undefined;
  });
  const tab = overTab && tabOf(text, overTab.error);

  const seen = new Set<number>();
  const mistakes = inOrder.filter(({ error, line }) => {
    // A quote that lacks its end, in any line above, may lack it for the tab.
    if (overTab && (line >= overTab.line || error.code === "MISSING_CHAR")) return false;
    return !seen.has(line) && seen.add(line);
  });
  const found = mistakes.map(({ error }) => error);
  if (tab === undefined) return found;
  return [...found, { code: "TAB_AS_INDENT", message: "", pos: [tab, tab + 1] }];
}

/** Where the tab is that an error is about, though the parser may call it by another name. */
function tabOf(text: string, { code, pos: [start, end] }: ParserProblem): number | undefined {
  if (code === "TAB_AS_INDENT") return start;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  // What has no end goes on over lines that are as they should be.
  const lineEnd = text.indexOf("\n", code === "MISSING_CHAR" ? start : end);
  const lines = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const indent = /^ *\t(?=[ \t]*[^\s#])/m.exec(lines);
  return indent ? lineStart + indent.index + indent[0].length - 1 : undefined;
}

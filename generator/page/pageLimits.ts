/**
 * What no vendor's page comes near. For each mark that could open markup the parser looks through
 * all that stands behind it, which would take it minutes for a page full of them.
 */
const most = { lineLength: 50_000, openMarks: 20_000 };

/** The first line, counted from 1, at which a page is too much for the parser; `undefined` for most. */
export function lineBeyondLimits(lines: readonly string[]): number | undefined {
  let openMarks = 0;
  const index = lines.findIndex((line) => {
    if (line.length > most.lineLength) return true;
    openMarks += line.match(/[[*|](?=\S)/g)?.length ?? 0;
    return openMarks > most.openMarks;
  });
  return index === -1 ? undefined : index + 1;
}

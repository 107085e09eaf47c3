import type { SourceRange } from "../../diagnostics/diagnostic.js";
import { commentsOf } from "../../spec/yamlComments.js";
import type { YamlSource } from "../../spec/yamlSource.js";
import type { Finding } from "../rule.js";

/** A comment that silences a lint rule for what begins on the next line. */
export interface DisableComment {
  /** The rule as the comment names it; empty if it names none. */
  readonly rule: string;
  /** Why the finding can be ignored; empty if the comment does not say. */
  readonly reason: string;
  /** The line that the comment is about: the next one that is not such a comment itself. */
  readonly line: number;
  /** Where the comment is. */
  readonly range: SourceRange;
}

/** The comments of a spec that silence lint rules: `# statusgen-disable-next-line full-stop -- as on the page`. */
export function disableComments({ text }: Pick<YamlSource, "text">): DisableComment[] {
  if (!text.includes("statusgen-disable-next-line")) return [];
  const found: DisableComment[] = [];
  // From the last to the first, so that of several comments each knows the line of the one below it.
  let below: { readonly line: number; readonly about: number } | undefined;
  for (const { line, column, isAlone, text: comment } of placedComments(text).toReversed()) {
    const [, said] = /^#\s*statusgen-disable-next-line(?![\w-])(.*)$/.exec(comment) ?? [];
    if (said === undefined) continue;
    const [rule = "", ...reason] = said.split(/(?:^|\s)--(?:\s|$)/);
    const about = below?.line === line + 1 ? below.about : line + 1;
    const range = { start: { line, column }, end: { line, column: column + comment.length } };
    found.push({ rule: rule.trim(), reason: reason.join(" -- ").trim(), line: about, range });
    below = isAlone ? { line, about } : undefined;
  }
  return found.reverse();
}

/** The comments with their places; one is alone if nothing is before it on its line. */
function placedComments(text: string) {
  let line = 1;
  let start = 0;
  return commentsOf(text).map((comment) => {
    for (let end = text.indexOf("\n", start); end !== -1 && end < comment.offset;) {
      line++;
      start = end + 1;
      end = text.indexOf("\n", start);
    }
    const isAlone = text.slice(start, comment.offset).trim() === "";
    return { line, column: comment.offset - start + 1, isAlone, text: comment.text };
  });
}

/** The lines above which a comment silences a finding: where it is, and where the field that has it begins. */
export function linesOf({ path, range, target }: Finding, source: YamlSource): number[] {
  return [range ?? source.rangeOf(path, target), source.rangeOf(path, "key")].map(({ start }) => start.line);
}

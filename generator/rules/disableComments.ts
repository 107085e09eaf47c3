import type { SourceRange } from "../diagnostics/diagnostic.js";
import { commentsOf } from "../spec/yamlComments.js";
import type { YamlSource } from "../spec/yamlSource.js";
import type { Finding } from "./rule.js";

/** A comment that silences a lint rule for what begins on the next line. */
export interface DisableComment {
  /** The rule as the comment names it; empty where it names none. */
  readonly rule: string;
  /** Why the finding is none; empty where the comment does not say it. */
  readonly reason: string;
  /** The line that it is about: the next one that does not begin with such a comment. */
  readonly line: number;
  /** Where the comment is. */
  readonly range: SourceRange;
}

const marker = "statusgen-disable-next-line";

/** The comments of a spec that silence lint rules: `# statusgen-disable-next-line full-stop -- as on the page`. */
export function disableComments({ text }: Pick<YamlSource, "text">): DisableComment[] {
  if (!text.includes(marker)) return [];
  const found: DisableComment[] = [];
  for (const { offset, text: comment } of commentsOf(text)) {
    const [, said] = /^#\s*statusgen-disable-next-line(?![\w-])(.*)$/.exec(comment) ?? [];
    if (said === undefined) continue;
    const [rule = "", ...reason] = said.split(/(?:^|\s)--(?:\s|$)/);
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - before.lastIndexOf("\n");
    const range = { start: { line, column }, end: { line, column: column + comment.length } };
    found.push({ rule: rule.trim(), reason: reason.join(" -- ").trim(), line: line + 1, range });
  }
  const lines = new Map(found.map((comment) => [comment.range.start.line, comment]));
  return found.map((comment) => ({ ...comment, line: firstFree(comment.line) }));

  function firstFree(line: number): number {
    return lines.has(line) ? firstFree(line + 1) : line;
  }
}

/** Whether a comment is about a finding: the next line is where it is, or where the field begins that has it. */
export function isAbout(
  { line }: DisableComment,
  { path, range, target }: Finding,
  source: YamlSource,
): boolean {
  const places = [range ?? source.rangeOf(path, target), source.rangeOf(path, "key")];
  return places.some(({ start }) => start.line === line);
}

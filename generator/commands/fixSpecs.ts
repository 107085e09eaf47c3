import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import writeFileAtomic from "write-file-atomic";
import { lintFindings } from "../project/lintSpecs.js";
import { loadSpec } from "../project/loadCatalogue.js";
import { hasError, type Position } from "../diagnostics/diagnostic.js";
import { isProven } from "../page/pageDigest.js";
import type { Conventions } from "../catalogue/conventions.js";
import { conventionsOf } from "../project/conventions.js";
import type { CheckedSpec, Finding } from "../rules/rule.js";
import { isData } from "../spec/isData.js";
import { rewriteYaml } from "../spec/rewrite/rewriteYaml.js";
import type { Project } from "../project/project.js";

/** A spec that was written, and how many findings of it were fixed. */
export interface FixedSpec {
  /** Path of the spec, relative to the project. */
  readonly file: string;
  /** The number of findings that were fixed. */
  readonly count: number;
}

/** Fixes what lint rules find and only one thing is right for; writes the specs that change. */
export async function fixSpecs({ cwd, config, specs }: Project): Promise<FixedSpec[]> {
  const fixed: FixedSpec[] = [];
  for (const spec of specs) {
    const fixes = [...lintFindings(spec, config)].flatMap(({ finding }) => (finding.fix ? finding : []));
    if (fixes.length === 0) continue;
    const { file } = spec.source;
    const path = join(cwd, file);
    // With its byte order mark, which reading it as a spec takes away.
    const existing = readFileSync(path, "utf8");
    const { text, count } = withFixes(spec, existing, fixes, conventionsOf(config));
    if (count === 0) continue;
    await writeFileAtomic(path, text);
    fixed.push({ file, count });
  }
  return fixed;
}

/** A spec's text with all fixes; without those of its texts, if they would change what its page says. */
function withFixes(
  spec: CheckedSpec,
  existing: string,
  fixes: readonly Finding[],
  conventions: Conventions,
): { text: string; count: number } {
  const texts = new Map(
    fixes.flatMap(({ path, fix }) => (typeof fix === "object" ? [[path.join("\0"), fix.text]] : [])),
  );
  const comments = fixes.flatMap(({ fix, range }) =>
    fix === "remove-comment" && range ? [range.start] : [],
  );
  const was = spec.source.data;
  const now = withTexts(was, texts);
  const withoutComments = removeComments(existing, comments);
  const text = rewriteYaml(withoutComments, was, now, new Map());
  return isAsRight(spec, text, now, conventions)
    ? { text, count: fixes.length }
    : { text: withoutComments, count: comments.length };
}

/** The data of a spec with other texts, by the path to each. */
function withTexts(data: unknown, texts: ReadonlyMap<string, string>, path = ""): unknown {
  const below = (key: string | number) => (path === "" ? String(key) : `${path}\0${key}`);
  if (Array.isArray(data)) return data.map((item: unknown, index) => withTexts(item, texts, below(index)));
  if (!isData(data)) return texts.get(path) ?? data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, withTexts(value, texts, below(key))]),
  );
}

/** Whether a text has the data, is as valid as the spec was, and gives the recorded page if that did. */
function isAsRight(
  { source, service }: CheckedSpec,
  text: string,
  data: unknown,
  conventions: Conventions,
): boolean {
  const file = { file: source.file, text: text.replace(/^\uFEFF/, "") };
  const { spec, diagnostics } = loadSpec(file, conventions);
  if (!spec || hasError(diagnostics) || !isDeepStrictEqual(spec.source.data, data)) return false;
  return !isProven(service) || isProven(spec.service);
}

/** Removes the comments that begin at the given places, and the whole line of one that is alone on it. */
function removeComments(existing: string, places: readonly Position[]): string {
  const mark = existing.startsWith("\uFEFF") ? "\uFEFF" : "";
  const columns = new Map(places.map(({ line, column }) => [line, column]));
  const lines = existing
    .slice(mark.length)
    .split("\n")
    .flatMap((line, index) => {
      const column = columns.get(index + 1);
      if (column === undefined) return [line];
      const before = line.slice(0, column - 1).trimEnd();
      return before === "" ? [] : [before + (line.endsWith("\r") ? "\r" : "")];
    });
  return mark + lines.join("\n");
}

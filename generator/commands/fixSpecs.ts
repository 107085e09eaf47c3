import { readFileSync } from "node:fs";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { lintFindings } from "../catalogue/lintSpecs.js";
import { loadSpec } from "../catalogue/loadCatalogue.js";
import { hasError } from "../diagnostics/diagnostic.js";
import { pageDigest } from "../page/pageDigest.js";
import type { CheckedSpec, Finding } from "../rules/rule.js";
import { isData } from "../spec/isData.js";
import { rewriteYaml } from "../spec/rewrite/rewriteYaml.js";
import type { Path } from "../spec/yamlSource.js";
import type { Project } from "./project.js";

/** A spec that was written, and how many findings of it were fixed. */
export interface FixedSpec {
  readonly file: string;
  readonly count: number;
}

/** Fixes what lint rules find and only one thing is right for; writes the specs that change. */
export async function fixSpecs({ cwd, config, specs }: Project): Promise<FixedSpec[]> {
  const fixed: FixedSpec[] = [];
  for (const spec of specs) {
    const fixes = [...lintFindings(spec, config.rules)].flatMap(({ finding }) =>
      finding.fix ? finding : [],
    );
    if (fixes.length === 0) continue;
    const { file } = spec.source;
    const path = join(cwd, file);
    // With its byte order mark, which reading it as a spec takes away.
    const existing = readFileSync(path, "utf8");
    const { text, count } = withFixes(spec, existing, fixes);
    if (count === 0) continue;
    await writeFileAtomic(path, text);
    fixed.push({ file, count });
  }
  return fixed;
}

/** A spec's text with all fixes; without those of its texts, where they would change what its page says. */
function withFixes(
  spec: CheckedSpec,
  existing: string,
  fixes: readonly Finding[],
): { text: string; count: number } {
  const ofTexts = fixes.filter(({ fix }) => typeof fix === "object");
  const ofComments = fixes.filter(({ fix }) => fix === "remove-comment");
  const withoutComments = removeComments(existing, ofComments);
  const text = withTexts(withoutComments, spec.source.data, ofTexts);
  return isAsRight(spec, text)
    ? { text, count: fixes.length }
    : { text: withoutComments, count: ofComments.length };
}

/** Whether a text is as valid as the spec was, and gives the recorded page if that did. */
function isAsRight({ source, service }: CheckedSpec, text: string): boolean {
  const { spec, diagnostics } = loadSpec({ file: source.file, text: text.replace(/^\uFEFF/, "") });
  if (!spec || hasError(diagnostics)) return false;
  const { digest } = service.page;
  return digest === undefined || pageDigest(service) !== digest || pageDigest(spec.service) === digest;
}

function withTexts(existing: string, was: unknown, findings: readonly Finding[]): string {
  const now = findings.reduce<unknown>(
    (data, { path, fix }) => (typeof fix === "object" ? withText(data, path, fix.text) : data),
    was,
  );
  return rewriteYaml(existing, was, now, new Map());
}

function withText(data: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(data))
    return data.map((item: unknown, index) => (index === step ? withText(item, rest, text) : item));
  return isData(data) ? { ...data, [step]: withText(data[step], rest, text) } : data;
}

/** Removes comments, and the whole line of one that has a line of its own. */
function removeComments(text: string, findings: readonly Finding[]): string {
  const columns = new Map(
    findings.flatMap(({ range }) => (range ? [[range.start.line, range.start.column]] : [])),
  );
  const lines = text.split("\n");
  return lines
    .flatMap((line, index) => {
      const column = columns.get(index + 1);
      if (column === undefined) return [line];
      const before = line.slice(0, column - 1).trimEnd();
      return before === "" ? [] : [before + (line.endsWith("\r") ? "\r" : "")];
    })
    .join("\n");
}

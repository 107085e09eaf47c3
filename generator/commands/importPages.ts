import { mkdir } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { loadCatalogue } from "../catalogue/loadCatalogue.js";
import { type Diagnostic, hasError, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import { importPage } from "../page/importPage.js";
import { inWordsOf } from "../page/inWordsOf.js";
import type { PageFinding } from "../page/pageFinding.js";
import { rules } from "../rules/registry.js";
import type { ColumnRole } from "../spec/columns.js";
import type { Spec } from "../spec/definition.js";
import { mergeSpec } from "../spec/mergeSpec.js";
import { writeSpec } from "../spec/writeSpec.js";
import { loadConfig } from "./loadConfig.js";
import type { ExitCode, ProjectOptions } from "./project.js";
import { fetchLimits } from "./fetchPage.js";
import { type ExistingSpec, readExistingSpec } from "./readExistingSpec.js";
import { readPages } from "./readPages.js";
import { serviceOf } from "./serviceOf.js";

export interface ImportOptions extends ProjectOptions {
  /** Pages, folders of pages or web addresses. */
  readonly pages: readonly string[];
  /** Whether pages may be fetched by http. Default: `false`. */
  readonly allowHttp?: boolean;
  /** Folder that the specs are written to. Default: the project's spec folder. */
  readonly out?: string;
  /** Id and name of the service; made from the page unless given. Only for a single page. */
  readonly service?: Pick<Spec["service"], "id" | "name">;
  /** The role of each column, where they are not found out rightly. */
  readonly columns?: readonly ColumnRole[];
  /** Whether the specs are written to disk. Default: `true`. */
  readonly write?: boolean;
  /** Since when a code is retired that an existing spec has and the page lacks. Default: today, as `2024-11-06`. */
  readonly retiredSince?: string;
}

/** A spec that was made of a page. */
export interface ImportedSpec {
  readonly page: string;
  /** Path of the spec, relative to the project. */
  readonly file: string;
  readonly text: string;
  readonly state: "new" | "updated" | "unchanged";
}

export interface ImportResult {
  /** 0 every page is a spec now; 1 something needs a look; 2 a page cannot be read or is refused. */
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
  readonly specs: readonly ImportedSpec[];
}

/**
 * Makes specs of a vendor's pages. Over an existing spec it keeps what people added, and changes only
 * what the page changed.
 *
 * @throws where the machine fails, such as a folder that cannot be written to
 * @example
 * ```ts
 * const { specs } = await importPages({ pages: ["status_codes.rst"], service: { id: "apig", name: "API Gateway" } });
 * ```
 */
export async function importPages(options: ImportOptions): Promise<ImportResult> {
  const { cwd = process.cwd(), write = true, allowHttp = false } = options;
  const loaded = await loadConfig(cwd);
  if ("diagnostics" in loaded)
    return { exitCode: 2, diagnostics: loaded.diagnostics, sources: new Map(), specs: [] };
  const out = options.out ?? loaded.config.spec;
  const { pages, diagnostics: unreadable } = await readPages(cwd, options.pages, {
    ...fetchLimits,
    allowHttp,
  });
  const diagnostics: Diagnostic[] = [...unreadable];
  const specs: ImportedSpec[] = [];
  const sources = new Map<string, string>();
  const taken = new Set<string>();

  for (const { file, text, isFromFolder } of pages) {
    const { spec, findings } = importPage(text, {
      service: { id: "imported", name: "Imported" },
      ...(options.columns && { roles: options.columns }),
    });
    for (const finding of findings) diagnostics.push(diagnosticOf(finding, file, isFromFolder));
    if (!spec) continue;
    const service = options.service ?? serviceOf(spec.page, file, taken);
    taken.add(service.id);
    const specFile = `${out}/${service.id}.yaml`;
    const existing = readExistingSpec(cwd, specFile);
    if (existing && "diagnostics" in existing) {
      diagnostics.push(...existing.diagnostics);
      sources.set(specFile, existing.text);
      continue;
    }
    const imported = asSpecFile(
      { ...spec, service },
      { file, text },
      specFile,
      existing,
      options,
      loaded.config.output,
    );
    specs.push(imported);
    const withoutMark = imported.text.replace(/^\uFEFF/, "");
    const { diagnostics: mistakes } = loadCatalogue([{ file: imported.file, text: withoutMark }]);
    for (const mistake of mistakes) diagnostics.push(mistake);
    if (write && imported.state !== "unchanged") await writeText(join(cwd, imported.file), imported.text);
  }
  for (const { file, text } of [...pages, ...specs]) sources.set(file, text);
  return {
    exitCode: exitCodeOf(diagnostics, specs),
    diagnostics: sortDiagnostics(diagnostics),
    sources,
    specs,
  };
}

function exitCodeOf(diagnostics: readonly Diagnostic[], specs: readonly ImportedSpec[]): ExitCode {
  if (!hasError(diagnostics)) return 0;
  const isRefused = diagnostics.some(({ rule, severity }) => severity === "error" && rule !== "unsaid-cell");
  return isRefused || specs.length === 0 ? 2 : 1;
}

function asSpecFile(
  spec: Spec,
  page: { readonly file: string; readonly text: string },
  file: string,
  existing: ExistingSpec | undefined,
  { retiredSince = new Date().toISOString().slice(0, 10) }: ImportOptions,
  output: string,
): ImportedSpec {
  if (existing === undefined) {
    const schema = posix.relative(posix.dirname(file), `${output}/schema/spec.schema.json`);
    return { page: page.file, file, text: writeSpec(spec, schema), state: "new" };
  }
  const { text } = mergeSpec(existing.text, inWordsOf(existing.spec, spec, page.text), retiredSince);
  return { page: page.file, file, text, state: text === existing.text ? "unchanged" : "updated" };
}

/** A page that was not named itself, but lies in a folder that was, may well be no code table. */
function diagnosticOf(
  { rule: id, line, message }: PageFinding,
  file: string,
  isFromFolder: boolean,
): Diagnostic {
  const rule = rules.find((each) => each.id === id);
  const position = { line, column: 1 };
  return {
    rule: id,
    severity: id === "no-code-table" && isFromFolder ? "warning" : (rule?.severity ?? "error"),
    message,
    help: helps[id],
    file,
    range: { start: position, end: position },
  };
}

const helps: Readonly<Record<PageFinding["rule"], string>> = {
  "text-lost": "Import with `--lossy` to do without this text, or add the table by hand.",
  "text-not-kept": "Add it to `before` or `after` if it matters.",
  "no-code-table": "If it does hold codes, give the columns' roles with `--columns`.",
  "unreadable-page": "Give a page in reStructuredText.",
  "unsaid-cell": "Add the row to the spec by hand, or have the vendor mend the page.",
  "page-not-reproduced": "Compare the spec with the page, or remove the digest from the spec.",
};

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, text);
}

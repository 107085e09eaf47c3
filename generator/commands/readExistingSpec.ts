import { lstatSync } from "node:fs";
import { join } from "node:path";
import { loadSpec } from "../catalogue/loadCatalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { unreadableFile } from "../rules/unreadableFile.js";
import type { Spec } from "../spec/definition.js";
import { parseSpec } from "../spec/parseSpec.js";
import { parseYaml } from "../spec/yamlSource.js";
import { readText } from "./disk.js";

/** A spec that import may write over. */
export interface ExistingSpec {
  /** The text as it is in the file, with its byte order mark. */
  readonly text: string;
  readonly spec: Spec;
}

/** Why import must leave a file as it is. */
export interface UnfitSpec {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the file that import is to write over: a spec, which may break rules that the page will mend, but
 * has the shape of one.
 *
 * @returns `undefined` where there is no such file
 */
export function readExistingSpec(cwd: string, file: string): ExistingSpec | UnfitSpec | undefined {
  const path = join(cwd, file);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return { text: "", diagnostics: [linkDiagnostic(file)] };
  const read = readText(path, file);
  if ("rule" in read) return { text: "", diagnostics: [read] };
  const source = parseYaml(file, read.text);
  const parsed = parseSpec(source);
  if (source.problems.length > 0 || !("spec" in parsed))
    return { text: read.text, diagnostics: loadSpec({ file, text: read.text }).diagnostics };
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.bytes), spec: parsed.spec };
}

function linkDiagnostic(file: string): Diagnostic {
  return {
    rule: unreadableFile.id,
    severity: unreadableFile.severity,
    message: `"${file}" is a link, and import writes only to files themselves.`,
    help: "Replace the link by the file that it leads to.",
    file,
  };
}

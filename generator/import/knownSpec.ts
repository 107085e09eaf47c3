import { loadSpec, type SpecFile } from "../project/loadCatalogue.js";
import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { pageIdOfFile } from "../page/pageIdOf.js";
import type { CheckedSpec } from "../rules/rule.js";
import type { Field } from "../spec/fields.js";
import { fileNameOf, normalSource } from "../sources/pageSource.js";
import type { SpecToMatch } from "./matchSpecs.js";
import { comparedRows } from "./rowsInCommon.js";

/** A spec that was there before the import. */
export interface KnownSpec {
  readonly file: string;
  /** For its diagnostics to point into; empty where they point to the file as a whole. */
  readonly text: string;
  /** What could be read of it; absent where that is nothing. */
  readonly checked?: CheckedSpec;
  readonly diagnostics: readonly Diagnostic[];
}

export function knownSpec({ file, text }: SpecFile, fields: readonly Field[], index: number): KnownSpec {
  const { spec, diagnostics } = loadSpec({ file, text }, fields, index);
  return { file, text, ...(spec && { checked: spec }), diagnostics };
}

export type ValidSpec = KnownSpec & { readonly checked: CheckedSpec };

export function isValid(spec: KnownSpec): spec is ValidSpec {
  return spec.checked !== undefined && !hasError(spec.diagnostics);
}

/** @param isThere - whether there still is a page at a source */
export function specToMatch(
  { file, service, spec }: { readonly file: string } & CheckedSpec,
  isThere: (source: string) => boolean | "unknown",
): SpecToMatch {
  const { id } = spec.page;
  const source = spec.page.source === undefined ? undefined : normalSource(spec.page.source);
  return {
    file,
    id,
    hasOwnId: !isMadeUp(spec),
    ...(source !== undefined && { source }),
    isSourceThere: source === undefined ? false : isThere(source),
    rows: () => comparedRows(service),
  };
}

/**
 * Whether a spec's page id was made up: from the file's name, as `import` does for a page that says no
 * id, or, in a spec that records no source, together with the service's id, as people do.
 */
function isMadeUp({ page, service }: CheckedSpec["spec"]): boolean {
  return page.source === undefined
    ? page.id === service.id
    : page.id === pageIdOfFile(fileNameOf(page.source));
}

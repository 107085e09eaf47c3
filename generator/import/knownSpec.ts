import { loadSpecs, type SpecFile } from "../project/loadCatalogue.js";
import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { pageIdOfFile } from "../page/pageIdOf.js";
import type { CheckedPageSpec, CheckedSpec } from "../rules/rule.js";
import type { Conventions } from "../catalogue/conventions.js";
import { serviceSaidIn } from "../spec/definition.js";
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

export function knownSpecs(files: readonly SpecFile[], conventions: Conventions): KnownSpec[] {
  const loaded = loadSpecs(files, conventions);
  return files.map(({ file, text }, index) => {
    const { spec, diagnostics = [] } = loaded[index] ?? {};
    return { file, text, ...(spec && { checked: spec }), diagnostics };
  });
}

export type ValidSpec = KnownSpec & { readonly checked: CheckedSpec };

export function isValid(spec: KnownSpec): spec is ValidSpec {
  return spec.checked !== undefined && !hasError(spec.diagnostics);
}

/** @param isThere - whether there still is a page at a source */
export function specToMatch(
  { file, service, spec }: { readonly file: string } & CheckedPageSpec,
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
function isMadeUp({ page, service }: CheckedPageSpec["spec"]): boolean {
  return page.source === undefined
    ? page.id === serviceSaidIn({ service }).id
    : page.id === pageIdOfFile(fileNameOf(page.source));
}

import { resolve } from "node:path";
import { greatestLevel } from "../compare/change.js";
import { diffStates } from "../compare/diffStates.js";
import { suggestVersion } from "../compare/suggestVersion.js";
import { type Diagnostic, hasError, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { inputRules } from "../rules/inputRules.js";
import { diagnose } from "../rules/diagnose.js";
import type { CheckedPageSpec } from "../rules/rule.js";
import type { ImportedSpec } from "../import/importedSpec.js";
import type { OutputChanges } from "../output/planChanges.js";
import { conventionsOf } from "../project/conventions.js";
import { loadProject, type Project, type ProjectOptions } from "../project/project.js";
import { fetchLimits } from "../sources/fetchPage.js";
import { type DiffResult, nearestVersion, placedChange } from "./diff.js";
import { generateWith } from "./generate.js";
import { importWith } from "./importPages.js";
import { nothingOnline, onlineSpecs, sourceOf } from "./onlineSpecs.js";
import { readSpecs } from "./readState.js";
import { writeSpecs } from "./writeSpecs.js";

export interface UpdateOptions extends ProjectOptions {
  /** Ids of the services to update. Default: all that have a page at an address. */
  readonly services?: readonly string[];
  /** Whether pages may be fetched by http. Default: `false`. */
  readonly allowHttp?: boolean;
  /** Only report what would change. Default: `false`. */
  readonly dryRun?: boolean;
  /** The value of `retired` for codes that are no longer on their page. Default: today, as `2024-11-06`. */
  readonly retiredSince?: string;
}

/** What changed in the codes, and in which files. `exitCode` is 0 or 2: where it is 2, nothing was written. */
export interface UpdateResult extends DiffResult {
  /** The specs whose pages were fetched. */
  readonly specs: readonly ImportedSpec[];
  /** The changes of the output; absent where there was a mistake. */
  readonly output?: OutputChanges;
}

/**
 * Fetches the pages of the specs, takes what changed on them into the specs, and generates: all of it, or nothing.
 *
 * @throws if the machine fails, for example if a folder cannot be written to
 * @example
 * ```ts
 * const { changes, level } = await update({ services: ["apig"] });
 * ```
 */
export async function update(options: UpdateOptions = {}): Promise<UpdateResult> {
  const { cwd = process.cwd(), services = [], allowHttp = false, dryRun = false } = options;
  const project = await loadProject({ cwd });
  if (!project.catalogue) return failed(project);
  const online = onlineSpecs(project.specs).filter(
    ({ service }) => services.length === 0 || services.includes(service.id),
  );
  const mistakes = mistakesOf(project, services, online);
  if (mistakes.length > 0) return failed(project, mistakes);
  const imported = await importWith(
    {
      cwd,
      pages: online.map(sourceOf),
      write: false,
      ...(options.retiredSince !== undefined && { retiredSince: options.retiredSince }),
    },
    { ...fetchLimits, allowHttp, privateHosts: project.config.sources.allow },
  );
  const sources = new Map([...project.sources, ...imported.sources]);
  if (imported.exitCode !== 0 || hasError(imported.diagnostics))
    return failed({ ...project, sources }, imported.diagnostics);

  const changed = imported.specs.filter(({ state }) => state !== "unchanged");
  const write = async () => {
    const outcomes = changed.map((spec) => ({ page: spec.page, spec, diagnostics: [] }));
    const written = await writeSpecs(cwd, project.config.spec, outcomes);
    const [refused] = written.flatMap(({ diagnostics }) => diagnostics);
    if (refused) throw new Error(`${refused.file}: ${refused.message}`);
  };
  const texts = new Map(changed.map(({ file, text }) => [file, text]));
  const generated = await generateWith({ cwd, dryRun }, { texts, write });
  const diagnostics = sortDiagnostics([...imported.diagnostics, ...generated.diagnostics]);
  if (!generated.changes) return { ...failed(project), diagnostics, sources };
  return {
    exitCode: 0,
    diagnostics,
    sources,
    specs: imported.specs,
    output: generated.changes,
    ...(await changesOf(project, texts)),
  };
}

function mistakesOf(
  { catalogue, config }: Project,
  services: readonly string[],
  online: readonly CheckedPageSpec[],
): Diagnostic[] {
  const known = new Set(catalogue?.services.map(({ id }) => id));
  const unknown = services.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const help = `Give ids of services: ${[...known].join(", ")}.`;
    return unknown.map((id) =>
      diagnose(inputRules["no-page-found"], config.spec, `There is no service "${id}".`, help),
    );
  }
  return online.length > 0 ? [] : [nothingOnline(config.spec)];
}

/** What the new specs change for users of the code, rated as by `diff`. */
async function changesOf(
  { cwd, config, specs }: Project,
  texts: ReadonlyMap<string, string>,
): Promise<Pick<UpdateResult, "changes" | "level" | "version">> {
  const conventions = conventionsOf(config);
  const stateOf = (textOf: (file: string, text: string) => string) => {
    const files = specs.map(({ source: { file, text } }) => ({ file, path: file, text: textOf(file, text) }));
    return readSpecs(files, conventions).services;
  };
  const before = stateOf((_, text) => text);
  const after = stateOf((file, text) => texts.get(file)?.replace(/^\uFEFF/, "") ?? text);
  const changes = diffStates(before, after).flatMap((service) =>
    service.changes.map((change) => placedChange(change, service.name, service.after)),
  );
  const level = greatestLevel(changes);
  return { changes, level, version: suggestVersion(level, await nearestVersion(resolve(cwd))) };
}

function failed({ diagnostics, sources }: Project, more: readonly Diagnostic[] = []): UpdateResult {
  return {
    exitCode: 2,
    diagnostics: sortDiagnostics([...diagnostics, ...more]),
    sources,
    specs: [],
    changes: [],
    level: "none",
    version: suggestVersion("none"),
  };
}

import { resolve, dirname, join } from "node:path";
import { type Change, greatestLevel, isAtLeast, type Level } from "../compare/change.js";
import { diffStates } from "../compare/diffStates.js";
import { type SuggestedVersion, suggestVersion } from "../compare/suggestVersion.js";
import type { Diagnostic, SourceRange, SourceTexts } from "../diagnostics/diagnostic.js";
import { conventionsOf } from "../project/conventions.js";
import { loadConfig } from "../project/loadConfig.js";
import type { ExitCode, ProjectOptions } from "../project/project.js";
import { isReadable, type PlacedService, readState } from "./readState.js";
import { readFile } from "node:fs/promises";

export interface DiffOptions extends ProjectOptions {
  /** The old state: a spec, a page, a folder of either, or a git revision with a path (`HEAD~3:spec`). */
  readonly before: string;
  /** The new state, given in the same ways. */
  readonly after: string;
  /** The lowest level of a change that makes the exit code 1. Default: no change does. */
  readonly failOn?: Exclude<Level, "none">;
}

/** A change, with its place in the new state. */
export interface PlacedChange extends Change {
  /** The service's name for people. */
  readonly serviceName: string;
  /** The service's file in the new state; absent if the service was removed. */
  readonly file?: string;
  /** Absent if nothing is left to point at, or the new state is not a file on disk. */
  readonly range?: SourceRange;
}

export interface DiffResult {
  /** 0 compared; 1 a change of the level of `failOn` or above; 2 a state that is not valid. */
  readonly exitCode: ExitCode;
  /** The mistakes in the two states. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics and changes point into. */
  readonly sources: SourceTexts;
  /** All changes, service by service. */
  readonly changes: readonly PlacedChange[];
  /** The highest level of all changes. */
  readonly level: Level;
  /** The next version, with the current one of the nearest `package.json`. */
  readonly version: SuggestedVersion;
}

/**
 * Compares two states of specs or pages, and rates each change by its effect on users of the generated code.
 *
 * @throws if the machine fails, for example if a folder cannot be read
 */
export async function diff({ cwd = process.cwd(), before, after, failOn }: DiffOptions): Promise<DiffResult> {
  const loaded = await loadConfig(cwd);
  if ("diagnostics" in loaded) return { ...nothing, diagnostics: loaded.diagnostics, sources: new Map() };
  const conventions = conventionsOf(loaded.config);
  const [old, now] = await Promise.all([
    readState(cwd, before, conventions, loaded.config.readers),
    readState(cwd, after, conventions, loaded.config.readers),
  ]);
  const read = {
    diagnostics: [...old.diagnostics, ...now.diagnostics],
    sources: new Map([...old.sources, ...now.sources]),
  };
  if (!isReadable(old) || !isReadable(now)) {
    return { ...nothing, ...read };
  }
  const changes = diffStates(old.services, now.services).flatMap((service) =>
    service.changes.map((change) => placedChange(change, service.name, service.after)),
  );
  const level = greatestLevel(changes);
  return {
    exitCode: failOn !== undefined && isAtLeast(level, failOn) ? 1 : 0,
    ...read,
    changes,
    level,
    version: suggestVersion(level, await nearestVersion(resolve(cwd))),
  };
}

const nothing = { exitCode: 2, changes: [], level: "none", version: suggestVersion("none") } as const;

export function placedChange(
  change: Change,
  serviceName: string,
  after: PlacedService | undefined,
): PlacedChange {
  const range = after?.rangeOf?.(change);
  return { ...change, serviceName, ...(after && { file: after.file }), ...(range && { range }) };
}

/** The version that the nearest `package.json` has, from a folder upwards; one without a version is none. */
export async function nearestVersion(folder: string): Promise<string | undefined> {
  const version = await versionIn(folder);
  if (version !== undefined || dirname(folder) === folder) return version;
  return nearestVersion(dirname(folder));
}

async function versionIn(folder: string): Promise<string | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const isData = typeof manifest === "object" && manifest !== null && "version" in manifest;
    return isData && typeof manifest.version === "string" ? manifest.version : undefined;
  } catch {
    // The version is only a suggestion, so a manifest that is missing or broken is no mistake.
    return undefined;
  }
}

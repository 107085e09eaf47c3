import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import {
  type ComparedCode,
  comparedCodes,
  type ComparedService,
  comparedService,
} from "../emit/markdown/comparison.js";
import { type ExitCode, loadProject, type ProjectOptions } from "../project/project.js";

export interface CompareResult {
  /** 0 the services were compared; 2 a spec or the config is not valid. */
  readonly exitCode: ExitCode;
  /** The mistakes in specs and config. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** The services that list status codes. */
  readonly services: readonly ComparedService[];
  /** The status codes that any of them lists, in numeric order. */
  readonly codes: readonly ComparedCode[];
}

/** Finds which services list which status codes, and where they describe one differently. */
export async function compare(options: ProjectOptions): Promise<CompareResult> {
  const { catalogue, diagnostics, sources } = await loadProject(options);
  if (!catalogue) return { exitCode: 2, diagnostics, sources, services: [], codes: [] };
  const services = catalogue.services.map(comparedService).filter(({ codes }) => codes.length > 0);
  return { exitCode: 0, diagnostics, sources, services, codes: comparedCodes(services) };
}

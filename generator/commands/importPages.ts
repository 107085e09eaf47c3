import { resolve } from "node:path";
import type { Table } from "../catalogue/catalogue.js";
import { chooseSpecs, type Presence, type Wishes } from "../import/chooseSpecs.js";
import { type ReadPage, readCodePage } from "../import/codePage.js";
import { importResult, type ImportResult } from "../import/importResult.js";
import { mistakesOfCall } from "../import/mistakesOfCall.js";
import type { KnownSpec } from "../import/knownSpec.js";
import { isUrl, normalSource } from "../sources/pageSource.js";
import { withoutClashes } from "../import/withoutClashes.js";
import type { ColumnRole } from "../spec/columns.js";
import { statIfThere } from "../sources/disk.js";
import { type FetchLimits, fetchLimits } from "../sources/fetchPage.js";
import { serviceOfPage } from "../import/serviceOfPage.js";
import { type ImportProject, readImportProject } from "./importProject.js";
import { makeSpecs } from "./makeSpecs.js";
import type { ProjectOptions } from "../project/project.js";
import { readPages, shownPath } from "./readPages.js";
import { writeSpecs } from "./writeSpecs.js";

export interface ImportOptions extends ProjectOptions {
  /** Files, folders or URLs of pages. */
  readonly pages: readonly string[];
  /** Whether pages may be fetched by http. Default: `false`. */
  readonly allowHttp?: boolean;
  /** Folder that new specs are written to. Default: the project's spec folder. */
  readonly out?: string;
  /**
   * Id and name of the service of all pages; a service that exists needs no name. Default: the service of the config
   * that has the page in its `pages`, else that of the sub-folder of an imported folder, else one made from the page.
   */
  readonly service?: { readonly id: string; readonly name?: string };
  /** The spec to update, if the page's spec is not found or the wrong one is. Only for a single page. */
  readonly into?: string;
  /** Whether to create a new spec even if an existing one fits. Only for a single page. Default: `false`. */
  readonly new?: boolean;
  /** The role of each column, if they are not recognised correctly. */
  readonly columns?: readonly ColumnRole[];
  /** Whether to import a page even if some of its text is lost. Default: `false`. */
  readonly lossy?: boolean;
  /** Whether to write the specs to disk. Default: `true`. */
  readonly write?: boolean;
  /** The value of `retired` for codes that an existing spec has and the page does not. Default: today, as `2024-11-06`. */
  readonly retiredSince?: string;
}

/**
 * Creates specs from a vendor's pages and updates existing ones: what people added stays, and only what
 * changed on the page is changed. A page that cannot be imported completely is refused; the others are
 * imported.
 *
 * @throws if the machine fails, for example if a folder cannot be written to
 * @example
 * ```ts
 * const { specs } = await importPages({ pages: ["status_codes.rst"], service: { id: "apig", name: "API Gateway" } });
 * ```
 */
export async function importPages(options: ImportOptions): Promise<ImportResult> {
  return importWith(options, { ...fetchLimits, allowHttp: options.allowHttp ?? false });
}

/** Imports pages of which those on the network are fetched within limits. */
export async function importWith(options: ImportOptions, limits: FetchLimits): Promise<ImportResult> {
  const { cwd = process.cwd(), write = true } = options;
  const project = await readImportProject(cwd, options.out);
  if ("diagnostics" in project) return { ...nothing, ...project };
  const { known } = project;
  const read = await readPages(cwd, options.pages, limits, project.readers);
  const given = [...read.pages, ...read.diagnostics].map(({ file }) => file);
  const wishes = wishesOf(cwd, options, project);
  const mistakes = mistakesOfCall(wishes, given, known);
  if (mistakes.length > 0) return { ...nothing, diagnostics: mistakes };

  const tablesOf = knownTables(known, wishes);
  const pages = read.pages.map((page) =>
    readCodePage(page, { ...options, fields: project.conventions.fields, known: tablesOf(page.file) }),
  );
  const codePages = pages.flatMap(({ codePage }) => codePage ?? []);
  const choices = chooseSpecs(codePages, known, presenceOf(cwd, given, pages), wishes);
  const made = makeSpecs(choices, project, wishes, { ...options, cwd });
  const planned = withoutClashes(made, known, project.conventions);
  const outcomes = write ? await writeSpecs(cwd, project.out, planned) : planned;
  return importResult({ read, pages, outcomes, known });
}

const nothing = { exitCode: 2, sources: new Map<string, string>(), specs: [], refused: [] } as const;

function wishesOf(
  cwd: string,
  { into, new: isNew, service }: ImportOptions,
  { services }: ImportProject,
): Wishes {
  return {
    ...(into !== undefined && { into: shownPath(cwd, resolve(cwd, into)) }),
    ...(isNew && { new: true }),
    ...(service && { service }),
    serviceOf: (page) => service ?? serviceOfPage(page, services),
  };
}

/** Gives the tables of the spec that a page is in for certain: the one that is named, or that records its source. */
function knownTables(known: readonly KnownSpec[], { into }: Wishes): (page: string) => readonly Table[] {
  const bySource = new Map(
    known.flatMap(({ checked }) => {
      const source = checked?.spec.page?.source;
      return checked && source !== undefined ? [[normalSource(source), checked.service.tables]] : [];
    }),
  );
  const named = known.find(({ file }) => file === into)?.checked?.service.tables;
  return (page) => named ?? bySource.get(page) ?? [];
}

/** Which pages there are, given or not. A page without code tables is none that a spec may be made of. */
function presenceOf(cwd: string, given: readonly string[], pages: readonly ReadPage[]): Presence {
  const without = new Set(pages.filter(({ mayHaveCodes }) => !mayHaveCodes).map(({ file }) => file));
  return {
    given: new Set(given.filter((source) => !without.has(source))),
    isThere: (source) => {
      if (isUrl(source)) return "unknown";
      return !without.has(source) && (statIfThere(resolve(cwd, source))?.isFile() ?? false);
    },
  };
}

import {
  type Entry,
  type Field,
  type Service,
  type SpecService,
  type Table,
  valueOf,
} from "../catalogue/catalogue.js";
import { httpStatusCodes } from "../catalogue/httpStatusCodes.js";
import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { entriesOf } from "../rules/entriesOf.js";
import type { CheckedSpec } from "../rules/rule.js";
import { nearest } from "../rules/suggestion.js";
import { type ExitCode, loadProject, type ProjectOptions } from "../project/project.js";

export interface ExplainOptions extends ProjectOptions {
  /** A code as a service sends it, such as `404` or `APIG.2000`, or words of an entry, such as `invalid parameter`. */
  readonly code: string;
}

/** An entry that was found. */
export interface Explanation {
  /** The service that lists it. */
  readonly service: SpecService;
  /** The table that it is in. */
  readonly table: Table;
  /** The entry itself. */
  readonly entry: Entry;
  /** Path of the spec, relative to the project. */
  readonly file: string;
  /** The line of the entry in the spec, from 1. */
  readonly line: number;
}

export interface ExplainResult {
  /** 0 an entry was found; 1 none was; 2 a spec or the config is not valid. */
  readonly exitCode: ExitCode;
  /** The mistakes in specs and config. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** The entries, service by service; if they were found by words, those with all words in their message first. */
  readonly explanations: readonly Explanation[];
  /** Whether no entry has the code, and the entries were found by the words of their texts. */
  readonly isByWords: boolean;
  /** The standard reason phrase, if the IANA registry of HTTP status codes has one. */
  readonly reasonPhrase?: string;
  /** The document that defines the code, such as `RFC 9110, Section 15.5.5`, if the registry lists it. */
  readonly definedIn?: string;
  /** A code that is similar, if nothing was found. */
  readonly similar?: string;
}

/**
 * Finds what every service says about a code, without regard to case: a status code also in lists (`400/404`)
 * and classes (`4xx`). If no service lists it, finds the entries that have all of the given words.
 *
 * @throws if the machine fails, for example if a folder cannot be read
 * @example (await explain({ code: "invalid parameter" })).explanations[0]?.entry.code // "APIG.2000"
 */
export async function explain(options: ExplainOptions): Promise<ExplainResult> {
  const { catalogue, specs, diagnostics, sources } = await loadProject(options);
  if (!catalogue) return { exitCode: 2, diagnostics, sources, explanations: [], isByWords: false };
  const code = options.code.trim();
  const specOf = new Map(specs.map((spec) => [spec.service, spec]));
  const inOrder = catalogue.services.flatMap((service) =>
    service.specs.flatMap((spec) => specOf.get(spec) ?? []),
  );
  const byCode = inOrder.flatMap((spec) => entriesWith(spec, (entry) => hasCode(entry, code)));
  const explanations = byCode.length > 0 ? byCode : withWords(inOrder, code);
  const { phrase, definedIn } = httpStatusCodes.get(code) ?? {};
  // Any status code is similar to all others.
  const isTypo = explanations.length === 0 && !/^\d{3}$/.test(code);
  const similar = isTypo ? nearest(code, codesOf(catalogue.services)) : undefined;
  return {
    exitCode: explanations.length > 0 ? 0 : 1,
    diagnostics,
    sources,
    explanations,
    isByWords: byCode.length === 0 && explanations.length > 0,
    ...(phrase !== undefined && { reasonPhrase: phrase }),
    ...(definedIn !== undefined && { definedIn }),
    ...(similar !== undefined && { similar }),
  };
}

function entriesWith(spec: CheckedSpec, isWanted: (entry: Entry) => boolean): Explanation[] {
  return [...entriesOf(spec)].flatMap(({ entry, table, path }) => {
    if (!isWanted(entry)) return [];
    const { start } = spec.source.rangeOf([...path, "code"], "key");
    return [{ service: spec.service, table, entry, file: spec.source.file, line: start.line }];
  });
}

function hasCode(entry: Entry, code: string): boolean {
  if (entry.code.toLowerCase() === code.toLowerCase()) return true;
  if (entry.kind !== "status-code" || !/^\d{3}$/.test(code)) return false;
  return entry.values.includes(Number(code)) || /^\d(?=xx|\*xx\*)/i.exec(entry.code)?.[0] === code[0];
}

/**
 * The entries that have all words, each as the beginning of a word, or as a whole one if it has digits; those
 * with all words in their headings come first.
 */
function withWords(specs: readonly CheckedSpec[], query: string): Explanation[] {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const patterns = words.map((word) => {
    const end = /\p{N}/u.test(word) ? "(?![\\p{L}\\p{N}])" : "";
    return new RegExp(`(?<![\\p{L}\\p{N}])${word}${end}`, "iu");
  });
  const hasAll = (text: string) => patterns.every((pattern) => pattern.test(text));
  const found = specs.flatMap((spec) =>
    entriesWith(spec, (entry) => hasAll(textOf(entry, spec.service.fields))),
  );
  const isHeading = found.map(({ entry }) => hasAll(headingOf(entry)));
  return [...found.filter((_, index) => isHeading[index]), ...found.filter((_, index) => !isHeading[index])];
}

/** The code, name and message of an entry, with the words of `NoSuchBucket` apart. */
function headingOf({ code, name, message = "" }: Entry): string {
  return [code, name, message].join("\n").replaceAll(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");
}

function textOf(entry: Entry, fields: readonly Field[]): string {
  const values = fields.map((field) => valueOf(entry, field)).filter((value) => typeof value === "string");
  return [headingOf(entry), ...values, ...Object.values(entry.other)].join("\n");
}

function codesOf(services: readonly Service[]): string[] {
  const codes = services.flatMap(({ tables }) =>
    tables.flatMap(({ entries }) => [...entries].map(({ code }) => code)),
  );
  return [...new Set(codes)];
}

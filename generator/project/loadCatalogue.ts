import { diagnose, diagnoseFinding } from "../rules/diagnose.js";
import {
  compareText,
  type Diagnostic,
  hasError,
  placeOf,
  sortDiagnostics,
} from "../diagnostics/diagnostic.js";
import { explainSchemaIssues } from "../rules/schema/explainSchemaIssues.js";
import { inputRules } from "../rules/inputRules.js";
import { longText, tooMuchText } from "../rules/schema/longText.js";
import { catalogueRules, serviceRules, specRules } from "../rules/registry.js";
import type { CheckedSpec, Finding, Rule } from "../rules/rule.js";
import type { Field } from "../spec/fields.js";
import { knownKeys } from "../spec/knownKeys.js";
import { pathBeyondBudget } from "../spec/pathBeyondBudget.js";
import { allIndexes, salvageSpec } from "../spec/salvageSpec.js";
import { parseYaml, type YamlSource } from "../spec/yamlSource.js";
import { type Catalogue, joinSpecs, type ServiceHead } from "../catalogue/catalogue.js";
import { type Conventions, defaultConventions, serviceHeads } from "../catalogue/conventions.js";
import type { SpecConventions } from "./conventions.js";
import { serviceOfSpec } from "./serviceOfSpec.js";
import { parseSpec, serviceSaidIn } from "../spec/definition.js";

/** A spec as it was read: its path, relative to the project, and its text. */
export interface SpecFile {
  readonly file: string;
  readonly text: string;
}

/** The catalogue of all specs, and all that is wrong with them; with an error there is no catalogue. */
export interface LoadedCatalogue {
  readonly catalogue?: Catalogue;
  /** The specs that the catalogue is made of; none where there is no catalogue. */
  readonly specs: readonly CheckedSpec[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses, validates and names all specs, and reports the mistakes of all of them at once. */
export function loadCatalogue(
  files: readonly SpecFile[],
  conventions: SpecConventions = defaultConventions,
): LoadedCatalogue {
  const loaded = loadSpecs(files, conventions);
  const specs = loaded.flatMap(({ spec }) => spec ?? []);
  const diagnostics = [
    ...loaded.flatMap((each) => each.diagnostics),
    ...clashesBetween(specs, conventions).map(({ diagnostic }) => diagnostic),
  ];
  return {
    ...(!hasError(diagnostics) && { catalogue: catalogueOf(specs) }),
    specs: hasError(diagnostics) ? [] : specs,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

function catalogueOf(specs: readonly CheckedSpec[]): Catalogue {
  const services = specsByService(specs).map(([first, ...others]) =>
    joinSpecs([first.service, ...others.map(({ service }) => service)]),
  );
  return { services: services.sort((a, b) => compareText(a.id, b.id)) };
}

/** The specs of each service, in their order. */
function specsByService(specs: readonly CheckedSpec[]): [CheckedSpec, ...CheckedSpec[]][] {
  const services = new Map<string, [CheckedSpec, ...CheckedSpec[]]>();
  for (const spec of specs) {
    const known = services.get(spec.service.id);
    if (known) known.push(spec);
    else services.set(spec.service.id, [spec]);
  }
  return [...services.values()];
}

/** A mistake that only several specs together show, or all specs of a service, and the specs that it is about. */
export interface Clash {
  readonly diagnostic: Diagnostic;
  readonly specs: readonly CheckedSpec[];
}

/** What is wrong with specs together. */
export function clashesBetween(specs: readonly CheckedSpec[], conventions: Conventions): Clash[] {
  return [
    ...specsByService(specs).flatMap((ofService) => clashesWithin(ofService, conventions)),
    ...catalogueRules.flatMap((rule) => [...rule.check(specs)].map((finding) => clash(rule, finding))),
  ];
}

/** What is wrong with the specs of one service together. */
export function clashesWithin(specs: readonly CheckedSpec[], { services }: Conventions): Clash[] {
  const said = new Map(Object.entries(services)).get(specs[0]?.service.id ?? "") ?? {};
  return serviceRules.flatMap((rule) => [...rule.check(specs, said)].map((finding) => clash(rule, finding)));
}

function clash(rule: Rule, finding: Finding & { readonly spec: CheckedSpec }): Clash {
  const { spec, related } = finding;
  return {
    diagnostic: diagnoseFinding(rule, finding, spec.source),
    specs: [spec, ...(related?.spec ? [related.spec] : [])],
  };
}

/** A spec that was checked, and its mistakes; with an error in its shape, as much of it as can be read. */
export interface LoadedSpec {
  readonly spec?: CheckedSpec;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses, validates and names specs, and reports the mistakes of each. */
export function loadSpecs(files: readonly SpecFile[], conventions: SpecConventions): LoadedSpec[] {
  const read = files.map((file, index) => readSpec(file, conventions.fields, index));
  const said = read.flatMap(({ data }) => (data ? serviceSaidIn(data.spec) : []));
  const heads = serviceHeads(said, conventions);
  return read.map((each) => checkSpec(each, heads, conventions));
}

/** Parses, validates and names one spec by what it says itself of its service, and reports its mistakes. */
export function loadSpec(file: SpecFile, conventions: SpecConventions = defaultConventions): LoadedSpec {
  const [loaded = { diagnostics: [] }] = loadSpecs([file], conventions);
  return loaded;
}

/** What a spec's file holds. */
export interface ReadSpec {
  readonly source: YamlSource;
  /** Absent where nothing of the spec can be read. */
  readonly data?: Pick<CheckedSpec, "spec" | "indexes">;
  /** What is wrong with its text and its shape. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @param index tells the spec from others that have no id either */
export function readSpec({ file, text }: SpecFile, fields: readonly Field[], index = 0): ReadSpec {
  const source = parseYaml(file, text);
  const syntax = source.problems.map((problem) => syntaxDiagnostic(source, problem));
  if (source.data === undefined) return { source, diagnostics: syntax };
  const beyond = pathBeyondBudget(source.data);
  if (beyond) {
    const tooMuch = diagnoseFinding(longText, tooMuchText(beyond), source);
    return { source, diagnostics: [...syntax, tooMuch] };
  }

  // An alias is read as nothing: that something is missing in its place needs no finding of its own.
  const placesOfSyntax = new Set(syntax.map(placeOf));
  const parsed = parseSpec(source, fields);
  const shape =
    "error" in parsed
      ? explainSchemaIssues(parsed.error, source.data, (path, data) => knownKeys(path, data, fields))
          .map(({ rule, finding }) => diagnoseFinding(rule, finding, source))
          .filter((diagnostic) => !placesOfSyntax.has(placeOf(diagnostic)))
      : [];
  const data =
    "spec" in parsed
      ? { ...parsed, indexes: allIndexes(parsed.spec) }
      : salvageSpec(source.data, `?${index}`, fields);
  return { source, ...(data && { data }), diagnostics: [...syntax, ...shape] };
}

/** Names what a spec says, and looks for what is wrong with it. */
export function checkSpec(
  { source, data, diagnostics }: ReadSpec,
  heads: ReadonlyMap<string, ServiceHead>,
  conventions: SpecConventions,
): LoadedSpec {
  if (!data) return { diagnostics };
  const head = heads.get(serviceSaidIn(data.spec).id);
  const spec = { source, ...data, service: serviceOfSpec(data.spec, source.file, conventions, head) };
  const findings = [...specRules, ...(conventions.ownRules ?? [])].flatMap((rule) =>
    [...rule.check(spec)].map((finding) => diagnoseFinding(rule, finding, source)),
  );
  return { spec, diagnostics: [...diagnostics, ...findings] };
}

function syntaxDiagnostic({ file }: YamlSource, problem: YamlSource["problems"][number]): Diagnostic {
  const rule = inputRules[problem.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax"];
  return diagnose(rule, { file, range: problem.range }, problem.message, problem.help);
}

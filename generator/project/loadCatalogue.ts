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
import { catalogueRules, specRules } from "../rules/registry.js";
import type { CheckedSpec } from "../rules/rule.js";
import { builtInFields, type Field } from "../spec/fields.js";
import { knownKeys } from "../spec/knownKeys.js";
import { pathBeyondBudget } from "../spec/pathBeyondBudget.js";
import { allIndexes, salvageSpec } from "../spec/salvageSpec.js";
import { parseYaml, type YamlSource } from "../spec/yamlSource.js";
import { buildService } from "../catalogue/buildService.js";
import type { Catalogue } from "../catalogue/catalogue.js";
import { parseSpec } from "../spec/definition.js";

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
  fields: readonly Field[] = builtInFields,
): LoadedCatalogue {
  const loaded = files.map((file, index) => loadSpec(file, fields, index));
  const specs = loaded.flatMap(({ spec }) => spec ?? []);
  const diagnostics = [
    ...loaded.flatMap((each) => each.diagnostics),
    ...catalogueRules.flatMap((rule) =>
      [...rule.check(specs)].map((finding) => diagnoseFinding(rule, finding, finding.spec.source)),
    ),
  ];
  return {
    ...(!hasError(diagnostics) && { catalogue: catalogueOf(specs) }),
    specs: hasError(diagnostics) ? [] : specs,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

function catalogueOf(specs: readonly CheckedSpec[]): Catalogue {
  const services = specs.map(({ service }) => service);
  return { services: services.sort((a, b) => compareText(a.id, b.id)) };
}

/** Parses, validates and names one spec, and reports its mistakes. */
export function loadSpec(
  { file, text }: SpecFile,
  fields: readonly Field[] = builtInFields,
  index = 0,
): { spec?: CheckedSpec; diagnostics: Diagnostic[] } {
  const source = parseYaml(file, text);
  const syntax = source.problems.map((problem) => syntaxDiagnostic(source, problem));
  if (source.data === undefined) return { diagnostics: syntax };
  const beyond = pathBeyondBudget(source.data);
  if (beyond) return { diagnostics: [...syntax, diagnoseFinding(longText, tooMuchText(beyond), source)] };

  // An alias is read as nothing: that something is missing in its place needs no finding of its own.
  const placesOfSyntax = new Set(syntax.map(placeOf));
  const parsed = parseSpec(source, fields);
  const shape =
    "error" in parsed
      ? explainSchemaIssues(parsed.error, source.data, (path, data) => knownKeys(path, data, fields))
          .map(({ rule, finding }) => diagnoseFinding(rule, finding, source))
          .filter((diagnostic) => !placesOfSyntax.has(placeOf(diagnostic)))
      : [];
  const readable =
    "spec" in parsed
      ? { ...parsed, indexes: allIndexes(parsed.spec) }
      : salvageSpec(source.data, `?${index}`, fields);
  if (!readable) return { diagnostics: [...syntax, ...shape] };

  const spec = { source, ...readable, service: buildService(readable.spec, source.file, fields) };
  const findings = specRules.flatMap((rule) =>
    [...rule.check(spec)].map((finding) => diagnoseFinding(rule, finding, source)),
  );
  return { spec, diagnostics: [...syntax, ...shape, ...findings] };
}

function syntaxDiagnostic({ file }: YamlSource, problem: YamlSource["problems"][number]): Diagnostic {
  const rule = inputRules[problem.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax"];
  return diagnose(rule, { file, range: problem.range }, problem.message, problem.help);
}

import type { Severity, SourceRange } from "../diagnostics/diagnostic.js";
import { defined, type Defined } from "../diagnostics/defined.js";
import type { PageService, SpecService } from "../catalogue/catalogue.js";
import type { PageSpec, SaidService, Spec } from "../spec/definition.js";
import type { SpecIndexes } from "../spec/salvageSpec.js";
import type { Path, YamlSource } from "../spec/yamlSource.js";

/** What every rule says about itself; the rules' documentation is made from it. */
interface RuleBase {
  /** Kebab case, named after the mistake. */
  readonly id: string;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  readonly severity: Severity;
}

/** One mistake that a rule found. */
export interface Finding {
  /** Where in the spec's data. */
  readonly path: Path;
  /** Whether the key or the value is wrong; the value unless said. */
  readonly target?: "key" | "value";
  /** The exact place, where it is narrower than the value. */
  readonly range?: SourceRange;
  readonly message: string;
  readonly help: string;
  /** What `lint --fix` does, where only one thing is right: gives the value another text, or removes the comment. */
  readonly fix?: { readonly text: string } | "remove-comment";
  readonly related?: { readonly path: Path; readonly message: string; readonly spec?: CheckedSpec };
}

/** A spec, or what could be read of one, together with its source and its service. */
export interface CheckedSpec {
  readonly source: YamlSource;
  /**
   * Its data, as the spec language has it.
   *
   * @internal
   */
  readonly spec: Spec;
  /** What emitters see of it. */
  readonly service: SpecService;
  /**
   * Where the tables and entries of `spec` are in the file.
   *
   * @internal
   */
  readonly indexes: SpecIndexes;
}

/** A spec that transcribes a page. */
export type CheckedPageSpec = CheckedSpec & { readonly spec: PageSpec; readonly service: PageService };

export function hasPage(spec: CheckedSpec): spec is CheckedPageSpec {
  return spec.service.page !== undefined;
}

/** Something in a spec's shape that the spec language does not allow. */
export interface SchemaIssue {
  /** The validator's name for the kind of issue, such as `unrecognized_keys`. */
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
  /** The values to choose from. */
  readonly values?: readonly string[];
  /** What is to be written, where a pattern asks for it. */
  readonly form?: string;
  /** What is at `path`; `undefined` where there is nothing. */
  readonly value: unknown;
  /** The keys that the spec language knows at `path`. */
  readonly knownKeys: readonly string[];
}

/** About the shape of one spec. The first rule that explains an issue has it. */
export interface SchemaRule extends RuleBase {
  readonly stage: "schema";
  explain(issue: SchemaIssue): readonly Finding[];
}

/** About what one spec says. */
export interface SpecRule extends RuleBase {
  readonly stage: "spec";
  check(spec: CheckedSpec): Iterable<Finding>;
}

/** About all specs of one service together. */
export interface ServiceRule extends RuleBase {
  readonly stage: "service";
  /** @param said - what the config says of the service */
  check(
    specs: readonly CheckedSpec[],
    said: Omit<SaidService, "id">,
  ): Iterable<Finding & { readonly spec: CheckedSpec }>;
}

/** About the specs of several services together. */
export interface CatalogueRule extends RuleBase {
  readonly stage: "catalogue";
  check(specs: readonly CheckedSpec[]): Iterable<Finding & { readonly spec: CheckedSpec }>;
}

/** About how well a valid spec is written; the config can change the severity or turn it off. */
export interface LintRule extends RuleBase {
  readonly stage: "lint";
  /** @param rules - all rules of stage `lint` */
  check(spec: CheckedSpec, rules: readonly LintRule[]): Iterable<Finding>;
}

/** A rule that people wrote, as a config has it. */
export interface OwnRule extends RuleBase, Defined<"rule"> {
  readonly stage: "spec" | "lint";
  check(spec: CheckedSpec): Iterable<Finding>;
}

/**
 * Defines a rule for the `rules` of a config, where its severity stands before it. A rule of the stage `spec` finds
 * what makes a spec invalid: nothing is generated from it. One of the stage `lint` finds what could be better.
 *
 * @example
 * ```ts
 * import { defineRule, entriesOf } from "statusgen";
 * export const solutionRequired = defineRule({
 *   id: "solution-required",
 *   stage: "lint",
 *   severity: "warning",
 *   summary: "An error code has no solution.",
 *   *check(spec) {
 *     for (const { path, entry } of entriesOf(spec))
 *       if (entry.kind === "error-code" && entry.solution === undefined)
 *         yield { path, message: `${entry.code} has no solution.`, help: "Say what to do." };
 *   },
 * });
 * // In the config: rules: { "solution-required": ["error", solutionRequired] }
 * ```
 */
export function defineRule<Stage extends OwnRule["stage"]>(
  rule: Omit<OwnRule, keyof Defined> & { readonly stage: Stage },
): OwnRule & { readonly stage: Stage } {
  return { ...rule, [defined]: "rule" };
}

/** A rule that is applied where something is read or compared, so that it has words only. */
export interface RuleWithoutCode<Id extends string = string> extends RuleBase {
  readonly id: Id;
  readonly stage: "input" | "output" | "page";
}

export type Rule = RuleWithoutCode | SchemaRule | SpecRule | ServiceRule | CatalogueRule | LintRule;

/** Rules of a stage by their ids. */
export function rulesWithoutCode<Id extends string>(
  stage: RuleWithoutCode["stage"],
  words: Readonly<Record<Id, Omit<RuleBase, "id">>>,
): { readonly [Each in Id]: RuleWithoutCode<Each> } {
  const rules = (Object.keys(words) as Id[]).map((id) => [id, { ...words[id], id, stage }] as const);
  // Each key has the rule of its own id.
  return Object.fromEntries(rules) as { readonly [Each in Id]: RuleWithoutCode<Each> };
}

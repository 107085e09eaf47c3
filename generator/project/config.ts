import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Options as PrettierOptions } from "prettier";
import type { LintRuleId } from "../rules/lintRuleIds.js";
import type { enumStyles, importExtensions } from "../emit/emitter.js";
import { type EmitterName, emitterNames } from "../emit/emitters.js";
import type { DeclaredFields } from "./declaredFields.js";

/** Of Prettier's options, those about the layout of TypeScript and JSON; line ends are always `\n`. */
export type PrettierOption =
  | "printWidth"
  | "tabWidth"
  | "useTabs"
  | "semi"
  | "singleQuote"
  | "quoteProps"
  | "trailingComma"
  | "bracketSpacing"
  | "objectWrap"
  | "arrowParens"
  | "experimentalTernaries"
  | "experimentalOperatorPosition";

/** The contents of a config file; every key is optional. */
export interface StatusgenConfig {
  /** Folder of the specs, relative to the config file. Default: `spec`. */
  readonly spec?: string;
  /** Folder of the generated files; statusgen owns everything in it. Default: `generated`. */
  readonly output?: string;
  /** What to generate. Default: everything. */
  readonly emitters?: readonly EmitterName[];
  /** How codes are declared in TypeScript: `enum`, `const-object` or `union`. Default: `enum`. */
  readonly enumStyle?: (typeof enumStyles)[number];
  /** The extension in the imports of generated modules: `js`, `ts` or `none`. Default: `js`. */
  readonly importExtension?: (typeof importExtensions)[number];
  /** Severities of lint rules by rule id. Default: the rules' own. */
  readonly rules?: { readonly [Id in LintRuleId]?: Severity | "off" };
  /** Fields of your own for the entries of all specs, by name. Default: none. */
  readonly fields?: DeclaredFields;
  /** Prettier options for generated TypeScript and JSON. Default: Prettier's own. */
  readonly prettier?: Pick<PrettierOptions, PrettierOption>;
}

export type ResolvedConfig = Required<StatusgenConfig>;

/** A config, or all that is wrong with it. */
export type LoadedConfig = { config: ResolvedConfig } | { diagnostics: Diagnostic[] };

/** The config of a project that has no config file. */
export const defaultConfig: ResolvedConfig = {
  spec: "spec",
  output: "generated",
  emitters: emitterNames,
  enumStyle: "enum",
  importExtension: "js",
  rules: {},
  fields: {},
  prettier: {},
};

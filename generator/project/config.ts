import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Options as PrettierOptions } from "prettier";
import type { LintRuleId } from "../rules/lintRuleIds.js";
import type { Reader } from "../page/reader.js";
import type { OwnRule } from "../rules/rule.js";
import type { ConfiguredEmitter, EnumStyle, ImportExtension } from "../emit/emitter.js";
import type { EmitterName, EmitterUse } from "../emit/emitters.js";
import type { NameCase } from "../catalogue/names.js";
import type { WatchedReader } from "./ownCode/ownReaders.js";
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

/** What a config says of a service. */
export interface ServiceConfig {
  /** The service's name for people. */
  readonly name?: string;
  /** The beginning of the generated names. Default: made from the id. */
  readonly prefix?: string;
  /** What its codes are named after. Default: that of the config. */
  readonly names?: "message" | "code";
  /** Where `import` finds its pages: folders or files, relative to the config file. Default: nowhere. */
  readonly pages?: readonly string[];
}

/** The contents of a config file; every key is optional. */
export interface StatusgenConfig {
  /** Folder of the specs, relative to the config file. Default: `spec`. */
  readonly spec?: string;
  /** Folder of the generated files; statusgen owns everything in it. Default: `generated`. */
  readonly output?: string;
  /**
   * What to generate: built-in emitters by their names, emitters of your own, or either with what the config says of
   * it. Default: `typescript`, `markdown`, `json`, `json-schema` and `page`.
   */
  readonly emitters?: readonly (EmitterName | ConfiguredEmitter | EmitterUse)[];
  /** How codes are declared in TypeScript: `enum`, `const-object` or `union`. Default: `enum`. */
  readonly enumStyle?: EnumStyle;
  /** The extension in the imports of generated modules: `js`, `ts` or `none`. Default: `js`. */
  readonly importExtension?: ImportExtension;
  /** Severities of lint rules by rule id, and rules of your own with theirs. Default: the rules' own. */
  readonly rules?: { readonly [Id in LintRuleId]?: Severity | "off" } & {
    readonly [id: string]: Severity | "off" | readonly [Severity | "off", OwnRule];
  };
  /** Readers of your own, for pages that are not reStructuredText. Default: none. */
  readonly readers?: readonly Reader[];
  /** What codes are named after in TypeScript. Default: `message` for status codes, `code` for error codes. */
  readonly names?: "message" | "code";
  /** How derived names are written: `pascal` for `NotFound`, `constant` for `NOT_FOUND`. Default: `pascal`. */
  readonly case?: NameCase;
  /** What specs need not say of their services, by service id. Default: nothing. */
  readonly services?: Readonly<Record<string, ServiceConfig>>;
  /** Fields of your own for the entries of all specs, by name. Default: none. */
  readonly fields?: DeclaredFields;
  /** Where `update` and `verify --online` may fetch pages from, beside public addresses. Default: nowhere else. */
  readonly sources?: SourcesConfig;
  /** Prettier options for generated TypeScript and JSON. Default: Prettier's own. */
  readonly prettier?: Pick<PrettierOptions, PrettierOption>;
}

/** Where the pages may be fetched from whose addresses specs record. */
export interface SourcesConfig {
  /** Names of hosts that may have an address of a private network. Default: none. */
  readonly allow?: readonly string[];
}

/** Severities of lint rules by rule id, where they are not the rules' own. */
type RuleSeverities = Readonly<Record<string, Severity | "off">>;

/** A config with its defaults; without `names`, the kind of a table decides. */
export interface ResolvedConfig
  extends
    Required<Omit<StatusgenConfig, "names" | "emitters" | "rules" | "readers" | "sources">>,
    Pick<StatusgenConfig, "names"> {
  readonly emitters: readonly EmitterUse[];
  readonly rules: RuleSeverities;
  /** The rules that people wrote. */
  readonly ownRules: readonly OwnRule[];
  /** The readers that people wrote. */
  readonly readers: readonly WatchedReader[];
  readonly sources: Required<SourcesConfig>;
}

/** A config, or all that is wrong with it. */
export type LoadedConfig = { config: ResolvedConfig } | { diagnostics: Diagnostic[] };

/** The config of a project that has no config file. */
export const defaultConfig: ResolvedConfig = {
  spec: "spec",
  output: "generated",
  // A new emitter is no part of it: nobody is to get files that they did not ask for.
  emitters: [
    { use: "typescript" },
    { use: "markdown" },
    { use: "json" },
    { use: "json-schema" },
    { use: "page" },
  ],
  enumStyle: "enum",
  importExtension: "js",
  rules: {},
  ownRules: [],
  readers: [],
  case: "pascal",
  services: {},
  fields: {},
  sources: { allow: [] },
  prettier: {},
};

/** The folders that files go to, each of which has a manifest; that of the config first. */
export function outputsOf({ output, emitters }: Pick<ResolvedConfig, "output" | "emitters">): string[] {
  const used = emitters.map((use) => use.output ?? output);
  return [...new Set(used.includes(output) ? [output, ...used] : used)];
}

/** The folder that a built-in emitter writes into. */
export function outputOf({ output, emitters }: ResolvedConfig, name: EmitterName): string {
  return emitters.find(({ use }) => use === name)?.output ?? output;
}

/** Whether a config has emitters, rules or readers of people's own. */
export function hasOwnCode({ emitters, ownRules, readers }: ResolvedConfig): boolean {
  return ownRules.length + readers.length > 0 || emitters.some(({ use }) => typeof use === "object");
}

import { posix } from "node:path";
import type { Options as PrettierOptions } from "prettier";
import * as z from "zod";
import { enumStyles } from "../emit/emitter.js";
import { type EmitterName, emitterNames } from "../emit/emitters.js";
import { lintRules } from "../rules/registry.js";

/** Of Prettier's options, those about the layout of TypeScript and JSON; line ends are always `\n`. */
const prettierDefinition = z.strictObject({
  printWidth: z.int().positive().optional(),
  tabWidth: z.int().nonnegative().optional(),
  useTabs: z.boolean().optional(),
  semi: z.boolean().optional(),
  singleQuote: z.boolean().optional(),
  quoteProps: z.enum(["as-needed", "consistent", "preserve"]).optional(),
  trailingComma: z.enum(["all", "es5", "none"]).optional(),
  bracketSpacing: z.boolean().optional(),
  objectWrap: z.enum(["preserve", "collapse"]).optional(),
  arrowParens: z.enum(["always", "avoid"]).optional(),
  experimentalTernaries: z.boolean().optional(),
  experimentalOperatorPosition: z.enum(["start", "end"]).optional(),
});

const folder = z
  .string()
  .transform((path) => posix.normalize(path.replaceAll("\\", "/")).replace(/\/$/, ""))
  .refine((path) => !/^(?:\/|[A-Za-z]:|\.{0,2}$|\.\.\/)/.test(path), {
    message: "give a folder below the project's own, such as `spec`",
  });

const severity = z.enum(["off", "warning", "error"]);

/** What a config file can say; everything may be left out. */
export interface StatusgenConfig {
  /** Folder of the specs, relative to the config file. Default: `spec`. */
  readonly spec?: string;
  /** Folder of the generated files; everything in it belongs to statusgen. Default: `generated`. */
  readonly output?: string;
  /** What to generate. Default: everything. */
  readonly emitters?: readonly EmitterName[];
  /** How codes are declared in TypeScript. Default: `enum`. */
  readonly enumStyle?: (typeof enumStyles)[number];
  /** Severities of lint rules by rule id, where they are not the rules' own. */
  readonly rules?: Readonly<Record<string, "off" | "warning" | "error">>;
  /** Prettier options for generated TypeScript and JSON, where they are not Prettier's own. */
  readonly prettier?: Pick<PrettierOptions, keyof z.infer<typeof prettierDefinition>>;
}

export type ResolvedConfig = Required<StatusgenConfig>;

export const configDefinition = z.strictObject({
  $schema: z.string().optional(),
  spec: folder.default("spec"),
  output: folder.default("generated"),
  emitters: z
    .array(z.enum(emitterNames))
    .min(1)
    .default([...emitterNames]),
  enumStyle: z.enum(enumStyles).default("enum"),
  rules: z.strictObject(Object.fromEntries(lintRules.map(({ id }) => [id, severity.optional()]))).default({}),
  prettier: prettierDefinition.default({}),
});

/** The keys that the config knows at a place, for suggestions. */
export const configKeys: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(configDefinition.shape),
  rules: lintRules.map(({ id }) => id),
  prettier: Object.keys(prettierDefinition.shape),
};

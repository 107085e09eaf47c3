import { posix } from "node:path";
import * as z from "zod";
import { enumStyles } from "../emit/emitter.js";
import { emitterNames } from "../emit/emitters.js";
import { lintRules } from "../rules/registry.js";
import { defaultConfig, type PrettierOption } from "./config.js";

const prettierDefinition = z.strictObject({
  printWidth: z.int().positive().optional(),
  tabWidth: z.int().nonnegative().max(100).optional(),
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
} satisfies Record<PrettierOption, z.ZodType>);

const folder = z
  .string()
  .transform((path) => posix.normalize(path.replaceAll("\\", "/")).replace(/\/$/, ""))
  .refine((path) => !/^(?:\/|[A-Za-z]:|\.{0,2}$|\.\.\/)/.test(path), {
    message: "give a folder below the project's own, such as `spec`",
    abort: true,
  });

/** Where everything belongs to statusgen, nothing of another tool may be; some disks ignore case. */
const outputFolder = folder.refine((path) => !/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/i.test(path), {
  message: "give a folder outside `.git` and `node_modules`",
});

const severity = z.enum(["off", "warning", "error"]);

export const configDefinition = z.strictObject({
  $schema: z.string().optional(),
  spec: folder.default(defaultConfig.spec),
  output: outputFolder.default(defaultConfig.output),
  emitters: z
    .array(z.enum(emitterNames))
    .min(1)
    .transform((names) => [...new Set(names)])
    .default([...defaultConfig.emitters]),
  enumStyle: z.enum(enumStyles).default(defaultConfig.enumStyle),
  rules: z.strictObject(Object.fromEntries(lintRules.map(({ id }) => [id, severity.optional()]))).default({}),
  prettier: prettierDefinition.default({}),
});

/** The keys that the config knows at a place, for suggestions. */
export const configKeys: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(configDefinition.shape),
  rules: lintRules.map(({ id }) => id),
  prettier: Object.keys(prettierDefinition.shape),
};

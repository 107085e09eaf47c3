import { stat } from "node:fs/promises";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Options as PrettierOptions } from "prettier";
import { z } from "zod";
import { type EmitterName, emitterNames } from "../emit/emitters.js";
import { enumStyles } from "../emit/emitter.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { invalidConfig } from "../rules/invalidConfig.js";
import { lintRules } from "../rules/registry.js";
import { suggestion } from "../rules/suggestion.js";

const folder = z.string().regex(/^(?!\/|\\|[A-Za-z]:|\.\.(?:[\\/]|$)|\.?[\\/]*$)/, {
  message: "Give a folder below the project's own, such as `spec`.",
});

const severity = z.enum(["off", "warning", "error"]);

const configDefinition = z.strictObject({
  $schema: z.string().optional(),
  /** Folder of the specs. */
  spec: folder.default("spec"),
  /** Folder that the generated files are written to. Everything in it belongs to statusgen. */
  output: folder.default("generated"),
  emitters: z.array(z.enum(emitterNames)).default([...emitterNames]),
  enumStyle: z.enum(enumStyles).default("enum"),
  /** Severities of lint rules, by rule id. */
  rules: z.strictObject(Object.fromEntries(lintRules.map(({ id }) => [id, severity.optional()]))).default({}),
  /** Prettier options for generated TypeScript and JSON, where they are not Prettier's own. */
  prettier: z.record(z.string(), z.unknown()).default({}),
});

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
  readonly prettier?: PrettierOptions;
}

export type ResolvedConfig = Required<StatusgenConfig>;

/**
 * Types a config file: the identity function.
 *
 * @example
 * ```ts
 * import { defineConfig } from "statusgen";
 * export default defineConfig({ output: "src/codes", enumStyle: "const-object" });
 * ```
 */
export function defineConfig(config: StatusgenConfig): StatusgenConfig {
  return config;
}

const configFiles = ["statusgen.config.ts", "statusgen.config.js", "statusgen.config.json"];

/** Loads the config of the project in `cwd`; without a config file, the defaults. */
export async function loadConfig(
  cwd: string,
): Promise<{ config: ResolvedConfig } | { diagnostics: Diagnostic[] }> {
  const present = [];
  for (const file of configFiles) if (await isFile(join(cwd, file))) present.push(file);
  const [file, another] = present;
  if (file === undefined) return { config: configDefinition.parse({}) as ResolvedConfig };
  if (another !== undefined) {
    return { diagnostics: [diagnostic(another, `There is ${file} beside it.`, "Keep one config file.")] };
  }
  try {
    return validate(file, await loadConfigFile(join(cwd, file)));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { diagnostics: [diagnostic(file, `The config cannot be loaded: ${reason}`, "Mend the file.")] };
  }
}

function validate(file: string, data: unknown): { config: ResolvedConfig } | { diagnostics: Diagnostic[] } {
  const result = configDefinition.safeParse(data);
  if (!result.success)
    return { diagnostics: result.error.issues.map((issue) => issueDiagnostic(file, issue)) };
  const { $schema: _schema, ...config } = result.data;
  const inside = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  if (inside(config.spec, config.output) || inside(config.output, config.spec)) {
    return {
      diagnostics: [
        diagnostic(file, "One of spec and output is inside the other.", "Give two folders side by side."),
      ],
    };
  }
  return { config: config as ResolvedConfig };
}

function issueDiagnostic(file: string, issue: z.core.$ZodIssue): Diagnostic {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const known = place === "rules" ? lintRules.map(({ id }) => id) : Object.keys(configDefinition.shape);
    const [key = ""] = issue.keys;
    return diagnostic(
      file,
      `The key "${key}" is not known${place && ` in "${place}"`}.${suggestion(key, known)}`,
      `Use one of: ${known.join(", ")}.`,
    );
  }
  return diagnostic(
    file,
    `"${place || "config"}" is not valid: ${issue.message}.`.replace(/\.\.$/, "."),
    "See the config's keys in the README.",
  );
}

function diagnostic(file: string, message: string, help: string): Diagnostic {
  return { rule: invalidConfig.id, severity: invalidConfig.severity, message, help, file };
}

async function loadConfigFile(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(await readFile(path, "utf8"));
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { moduleCache: false, fsCache: false }).import(path, { default: true });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { invalidConfig } from "../rules/invalidConfig.js";
import { suggestion } from "../rules/suggestion.js";
import {
  configDefinition,
  configKeys,
  type ResolvedConfig,
  type StatusgenConfig,
} from "./configDefinition.js";
import { statIfThere } from "./disk.js";

export type { ResolvedConfig, StatusgenConfig } from "./configDefinition.js";

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

/** The names that a config file can have. */
export const configFiles = ["statusgen.config.ts", "statusgen.config.js", "statusgen.config.json"];

/** The config of a project that has no config file. */
export const defaultConfig: ResolvedConfig = resolved(configDefinition.parse({}));

/** Loads the config of the project in `cwd`; without a config file, the defaults. */
export async function loadConfig(
  cwd: string,
): Promise<{ config: ResolvedConfig } | { diagnostics: Diagnostic[] }> {
  const [file, ...others] = presentConfigFiles(cwd);
  if (file === undefined) return { config: defaultConfig };
  if (others.length > 0) {
    const message = `There is ${file} beside it.`;
    return { diagnostics: others.map((other) => diagnostic(other, message, "Keep one config file.")) };
  }
  try {
    return validate(file, await loadConfigFile(join(cwd, file)));
  } catch (error) {
    if (isMachineFailure(error)) throw error;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "").trim() : String(error);
    return {
      diagnostics: [
        diagnostic(file, `The config cannot be loaded: ${reason.replace(/\.$/, "")}.`, "Mend the file."),
      ],
    };
  }
}

/** The config files that a project has; it should be one at most. */
export function presentConfigFiles(cwd: string): string[] {
  return configFiles.filter((file) => statIfThere(join(cwd, file))?.isFile());
}

function validate(file: string, data: unknown): { config: ResolvedConfig } | { diagnostics: Diagnostic[] } {
  const result = configDefinition.safeParse(data, { reportInput: true });
  const diagnostics = [
    ...(result.error?.issues ?? []).flatMap((issue) => issueDiagnostics(file, issue)),
    ...foldersDiagnostics(file, data),
  ];
  if (!result.success || diagnostics.length > 0) return { diagnostics: sortDiagnostics(diagnostics) };
  return { config: resolved(result.data) };
}

function resolved({ $schema: _schema, ...config }: z.infer<typeof configDefinition>): ResolvedConfig {
  return config as ResolvedConfig; // zod types an absent rule as `undefined`; it gives none.
}

/** Looked at by itself, so that it is told together with mistakes in other keys. */
function foldersDiagnostics(file: string, data: unknown): Diagnostic[] {
  const { data: folders } = configDefinition.pick({ spec: true, output: true }).strip().safeParse(data);
  const inside = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  if (!folders || (!inside(folders.spec, folders.output) && !inside(folders.output, folders.spec))) return [];
  const message = "One of spec and output is inside the other.";
  return [diagnostic(file, message, "Give two folders side by side.")];
}

function issueDiagnostics(file: string, issue: z.core.$ZodIssue): Diagnostic[] {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const known = configKeys[place] ?? [];
    return issue.keys.map((key) => {
      const where = place === "" ? "" : ` in "${place}"`;
      const message = `The key "${key}" is not known${where}.${suggestion(key, known)}`;
      return diagnostic(file, message, `Use one of: ${known.join(", ")}.`);
    });
  }
  const message = `"${place || "config"}" is not valid: ${wantedBy(issue)}.`;
  return [diagnostic(file, `${message}${nearTo(issue)}`, "See the config's keys in the README.")];
}

/** What the place wants, in words that do not presuppose the validator's. */
function wantedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `use one of ${issue.values.map((value) => `"${String(value)}"`).join(", ")}`;
    case "invalid_type":
      return `use ${kinds[issue.expected] ?? `a value of type ${issue.expected}`}`;
    case "too_small":
      return issue.origin === "array"
        ? "the list is empty; leave it out for all"
        : `use a number ${issue.inclusive ? "not below" : "above"} ${issue.minimum}`;
    default:
      return issue.message.replace(/\.$/, "");
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object with keys",
};

function nearTo(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_value" || typeof issue.input !== "string") return "";
  return suggestion(issue.input, issue.values.map(String));
}

function diagnostic(file: string, message: string, help: string): Diagnostic {
  return { rule: invalidConfig.id, severity: invalidConfig.severity, message, help, file };
}

async function loadConfigFile(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  const { createJiti } = await import("jiti");
  // A config can import "statusgen" where it is not installed, as with `npx`.
  const virtualModules = { statusgen: { defineConfig } };
  const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: false, virtualModules });
  const module: unknown = await jiti.import(path);
  if (typeof module !== "object" || module === null || !("default" in module)) {
    throw new Error("it has no default export");
  }
  return module.default;
}

/** Whether the file could not be read, rather than says something wrong. */
function isMachineFailure(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

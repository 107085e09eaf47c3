import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { invalidConfig } from "../rules/invalidConfig.js";
import type { StatusgenConfig } from "./config.js";
import { statIfThere } from "./disk.js";

/** What a project's config file says, not yet checked; or why it cannot be read. */
export type ConfigSource =
  { readonly file?: string; readonly data?: unknown } | { readonly diagnostics: Diagnostic[] };

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

/** The config files that a project has; it should be one at most. */
export function presentConfigFiles(cwd: string): string[] {
  return configFiles.filter((file) => statIfThere(join(cwd, file))?.isFile());
}

/** Reads the config file of the project in `cwd`, if it has one. */
export async function readConfig(cwd: string): Promise<ConfigSource> {
  const [file, ...others] = presentConfigFiles(cwd);
  if (file === undefined) return {};
  if (others.length > 0) {
    const message = `There is ${file} beside it.`;
    return { diagnostics: others.map((other) => configDiagnostic(other, message, "Keep one config file.")) };
  }
  try {
    return { file, data: await loadConfigFile(join(cwd, file)) };
  } catch (error) {
    if (isMachineFailure(error)) throw error;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "").trim() : String(error);
    const message = `The config cannot be loaded: ${reason.replace(/\.$/, "")}.`;
    return { diagnostics: [configDiagnostic(file, message, "Mend the file.")] };
  }
}

export function configDiagnostic(file: string, message: string, help: string): Diagnostic {
  return { rule: invalidConfig.id, severity: invalidConfig.severity, message, help, file };
}

async function loadConfigFile(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
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

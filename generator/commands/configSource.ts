import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
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

/** What is meant as a config file, and would be ignored for its ending. */
export function unreadConfigFiles(cwd: string): string[] {
  const names = entriesOf(cwd).flatMap((entry) => (entry.isDirectory() ? [] : entry.name));
  const unread = names.filter(
    (name) => /^statusgen\.config\.[A-Za-z0-9]+$/.test(name) && !configFiles.includes(name),
  );
  return unread.sort();
}

/** A folder that cannot be listed may still have files that can be read by their names. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Reads the config file of the project in `cwd`, if it has one. */
export async function readConfig(cwd: string): Promise<ConfigSource> {
  const [file, ...others] = presentConfigFiles(cwd);
  const superfluous = [
    ...unreadConfigFiles(cwd).map((name) => {
      const message = `A config file that ends in "${extname(name)}" is not read.`;
      return configDiagnostic(name, message, `Use one of: ${configFiles.join(", ")}.`);
    }),
    ...others.map((other) => configDiagnostic(other, `There is ${file} beside it.`, "Keep one config file.")),
  ];
  if (superfluous.length > 0) return { diagnostics: superfluous };
  if (file === undefined) return {};
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

import { diagnose } from "../rules/diagnose.js";
import {
  accessSync,
  constants,
  type Dirent,
  lstatSync,
  readdirSync,
  readFileSync,
  type Stats,
} from "node:fs";
import { extname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { errorCode } from "../diagnostics/errorCode.js";
import { isDefined } from "../diagnostics/defined.js";
import { inputRules } from "../rules/inputRules.js";
import type { StatusgenConfig } from "./config.js";
import { largestFile, statIfThere } from "../sources/disk.js";
import type { Answer } from "./ownCode/guarded.js";

/** What a project's config file says, not yet checked; or why it cannot be read. */
export type ConfigSource =
  | { readonly file?: string; readonly data?: unknown; readonly hasCode?: boolean }
  | { readonly diagnostics: Diagnostic[] };

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

/** The config files that a project has; it should be one at most. What cannot be read is there, too. */
export function presentConfigFiles(cwd: string): string[] {
  return configFiles.filter((file) => lstatSync(join(cwd, file), { throwIfNoEntry: false }));
}

/** What is meant as a config file, and would be ignored for its ending. */
export function unreadConfigFiles(cwd: string): string[] {
  const names = entriesOf(cwd).flatMap((entry) => (entry.isDirectory() ? [] : entry.name));
  const unread = names.filter(
    (name) => /^statusgen\.config\.[A-Za-z0-9]+$/.test(name) && !configFiles.includes(name),
  );
  return unread.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!["ENOENT", "ENOTDIR"].includes(errorCode(error))) throw error;
    return [];
  }
}

/** Reads the config file of the project in `cwd`, if it has one. */
export async function readConfig(cwd: string): Promise<ConfigSource> {
  const [file, ...others] = presentConfigFiles(cwd);
  const superfluous = [
    ...unreadConfigFiles(cwd).map((name) => {
      const message = `Config files cannot end in "${extname(name)}".`;
      return configDiagnostic(name, message, `Use one of: ${configFiles.join(", ")}.`);
    }),
    ...others.map((other) =>
      configDiagnostic(other, `The project also has ${file}.`, "Keep one config file."),
    ),
  ];
  if (superfluous.length > 0) return { diagnostics: superfluous };
  if (file === undefined) return {};
  const stats = statIfThere(join(cwd, file));
  if (!stats?.isFile() || stats.size > largestFile)
    return {
      diagnostics: [
        configDiagnostic(file, notAConfig(stats), "Replace it with a config file, or remove it."),
      ],
    };
  const answer = await loadConfigFile(join(cwd, file));
  if ("value" in answer) return { file, data: answer.value, hasCode: hasCode(answer.value) };
  const message = `The config cannot be loaded: ${answer.reason.replace(/\.$/, "")}.`;
  return { diagnostics: [configDiagnostic(file, message, "Fix the file.")] };
}

/** Whether a config has code of people's own, of which nobody can tell whether it does the same again. */
function hasCode(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isDefined(value) || Object.values(value).some(hasCode);
}

function notAConfig(stats: Stats | undefined): string {
  if (!stats) return "This is a broken link.";
  return stats.isFile() ? `The file is larger than ${largestFile / 1e6} MB.` : "This is not a file.";
}

export function configDiagnostic(file: string, message: string, help: string): Diagnostic {
  return diagnose(inputRules["invalid-config"], file, message, help);
}

/** @throws where the file cannot be read, rather than says something wrong */
async function loadConfigFile(path: string): Promise<Answer<unknown>> {
  if (path.endsWith(".json")) return parsed(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  accessSync(path, constants.R_OK);
  const { runConfig } = await import("./ownCode/runConfig.js");
  return runConfig(path);
}

function parsed(json: string): Answer<unknown> {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

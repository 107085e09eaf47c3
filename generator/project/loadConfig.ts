import { relative, resolve } from "node:path";
import { isInside, realPath } from "../output/leadsOutside.js";
import { defaultConfig, type LoadedConfig, outputsOf, type ResolvedConfig } from "./config.js";
import { configDiagnostic, type ConfigSource, readConfig } from "./configSource.js";

/** Loads the config of the project in `cwd`; without a config file, the defaults. */
export async function loadConfig(cwd: string): Promise<LoadedConfig> {
  return checkConfig(cwd, await readConfig(cwd));
}

/**
 * The config that a config file gives; without one, the defaults.
 *
 * @param known the config, where an earlier run found the same file valid
 */
export async function checkConfig(
  cwd: string,
  source: ConfigSource,
  known?: ResolvedConfig,
): Promise<LoadedConfig> {
  if ("diagnostics" in source) return source;
  const { file, data } = source;
  const config = known ?? (file === undefined ? defaultConfig : undefined);
  const loaded = config ? { config } : await validated(cwd, file ?? "", data);
  const mistake = "config" in loaded ? mistakeOfLinks(cwd, loaded.config) : undefined;
  if (mistake === undefined || !("config" in loaded)) return loaded;
  const help = "Replace the link with a folder, or use another folder.";
  return { diagnostics: [configDiagnostic(source.file ?? loaded.config.output, mistake, help)] };
}

async function validated(cwd: string, file: string, data: unknown): Promise<LoadedConfig> {
  const { validateConfig } = await import("./validateConfig.js");
  const loaded = validateConfig(cwd, file, data);
  if ("diagnostics" in loaded) return loaded;
  const { withOptions } = await import("./ownCode/emitterOptions.js");
  return withOptions(file, loaded.config);
}

/** The folders must lie side by side wherever links lead; by their names, they do. */
function mistakeOfLinks(cwd: string, config: ResolvedConfig): string | undefined {
  try {
    const real = (path: string) => realPath(resolve(cwd, path));
    const spec = real(config.spec);
    for (const output of outputsOf(config).map(real)) {
      if (isInside(spec, output) || isInside(output, spec))
        return "A link places one of spec and output inside the other.";
      const parts = relative(real("."), output).toLowerCase().split(/[\\/]/);
      if (parts.includes(".git") || parts.includes("node_modules"))
        return "A link places output inside `.git` or `node_modules`.";
    }
  } catch {
    // The attempt to read them tells what is wrong.
  }
  return undefined;
}

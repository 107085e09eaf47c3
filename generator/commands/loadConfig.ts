import { defaultConfig, type LoadedConfig } from "./config.js";
import { type ConfigSource, readConfig } from "./configSource.js";

/** Loads the config of the project in `cwd`; without a config file, the defaults. */
export async function loadConfig(cwd: string): Promise<LoadedConfig> {
  return checkConfig(await readConfig(cwd));
}

/** The config that a config file gives; without one, the defaults. */
export async function checkConfig(source: ConfigSource): Promise<LoadedConfig> {
  if ("diagnostics" in source) return source;
  if (source.file === undefined) return { config: defaultConfig };
  const { validateConfig } = await import("./validateConfig.js");
  return validateConfig(source.file, source.data);
}

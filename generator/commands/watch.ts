import { join } from "node:path";
import { watch as watchFiles } from "chokidar";
import { generate, type GenerateResult } from "./generate.js";
import type { ProjectOptions } from "./project.js";
import { loadConfig } from "./config.js";

export interface WatchOptions extends ProjectOptions {
  /** Called after each run, with what it did or what kept it from doing so. */
  readonly onRun: (result: GenerateResult) => Promise<void>;
  /** Called when a run failed for a reason that is not in the specs, such as a full disk. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Generates now, and again whenever a spec or the config changes. A mistake is reported and leaves
 * the last good output as it is; the next change is tried again.
 *
 * @returns a function that ends the watching
 */
export async function watch({
  cwd = process.cwd(),
  onRun,
  onFailure,
}: WatchOptions): Promise<() => Promise<void>> {
  const loaded = await loadConfig(cwd);
  const spec = "config" in loaded ? loaded.config.spec : "spec";
  const configs = ["ts", "js", "json"].map((extension) => join(cwd, `statusgen.config.${extension}`));
  const watcher = watchFiles([join(cwd, spec), ...configs], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 },
  });

  let isRunning = false;
  let isDue = false;
  const run = async () => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue) {
      isDue = false;
      try {
        await onRun(await generate({ cwd }));
      } catch (error) {
        onFailure(error);
      }
    }
    isRunning = false;
  };

  watcher.on("all", () => void run());
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  await run();
  return () => watcher.close();
}

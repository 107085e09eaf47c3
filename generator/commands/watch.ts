import { join } from "node:path";
import { watch as watchFiles } from "chokidar";
import { loadConfig } from "./loadConfig.js";
import { configFiles } from "./configSource.js";
import { generate } from "./generate.js";
import type { GenerateOptions, GenerateResult } from "./generateResult.js";

export interface WatchOptions extends Omit<GenerateOptions, "dryRun"> {
  /** Called after each run, with what it did or what kept it from doing so. */
  readonly onRun: (result: GenerateResult) => Promise<void>;
  /** Called when a run failed for a reason that is not in the specs, such as a full disk. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Generates now, and again whenever a spec or the config changes. A mistake is reported and leaves
 * the last good output as it is; the next change is tried again.
 *
 * @returns a function that ends the watching, once a run that is under way has finished
 */
export async function watch({
  cwd = process.cwd(),
  cache = true,
  onRun,
  onFailure,
}: WatchOptions): Promise<() => Promise<void>> {
  let specFolder = (await specFolderOf(cwd)) ?? "spec";
  const watched = [specFolder, ...configFiles].map((path) => join(cwd, path));
  const watcher = watchFiles(watched, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 30, pollInterval: 10 },
  });

  let isDue = false;
  let running: Promise<void> | undefined;
  const request = () => {
    isDue = true;
    running ??= runWhileDue();
    return running;
  };

  watcher.on("all", () => void request());
  watcher.on("error", onFailure);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  await request();
  return async () => {
    await watcher.close();
    await running;
  };

  async function runWhileDue(): Promise<void> {
    while (isDue) {
      isDue = false;
      try {
        await followSpecFolder();
        await onRun(await generate({ cwd, cache }));
      } catch (error) {
        onFailure(error);
      }
    }
    running = undefined;
  }

  /** The config may name another folder now; one that is not valid names none, and the last one stays. */
  async function followSpecFolder(): Promise<void> {
    const folder = await specFolderOf(cwd);
    if (folder === undefined || folder === specFolder) return;
    watcher.unwatch(join(cwd, specFolder));
    watcher.add(join(cwd, folder));
    specFolder = folder;
  }
}

async function specFolderOf(cwd: string): Promise<string | undefined> {
  const loaded = await loadConfig(cwd);
  return "config" in loaded ? loaded.config.spec : undefined;
}

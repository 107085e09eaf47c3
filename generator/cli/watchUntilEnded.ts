import { once } from "node:events";
import { watch } from "../commands/watch.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { print } from "./print.js";
import { reportFailure } from "./reportFailure.js";
import { reportGenerate } from "./reportGenerate.js";
import type { Host } from "./host.js";

/** Generates at each change until Ctrl+C; ends only once a run that is under way has finished. */
export async function watchUntilEnded(
  { cache, format }: { readonly cache: boolean; readonly format: Format },
  { cwd, terminal, exit }: Host,
): Promise<void> {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      ending.abort();
    });
  }
  const stop = await watch({
    cwd,
    cache,
    onRun: async (result, changed) => {
      if (format === "pretty" && changed.length > 0) await print(changeLine(changed, new Date()), terminal);
      await reportGenerate(result, { format, dryRun: false }, terminal);
    },
    onFailure: (error) => {
      reportFailure(error, terminal);
    },
  });
  if (!ending.signal.aborted) {
    if (format === "pretty") terminal.write("Watching for changes. Press Ctrl+C to stop.\n");
    await once(ending.signal, "abort");
  }
  await stop();
  // Node gives up its handlers before it ends by itself; one more signal would then have the last word.
  exit();
}

/** How many changed files are named before the rest is only counted. */
const namedFiles = 3;

/** `10:42:07 Changed: spec/apig.yaml, spec/orders.yaml` */
function changeLine(files: readonly string[], now: Date): string {
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  const named = files.slice(0, namedFiles).map(showOnOneLine).join(", ");
  const more = files.length > namedFiles ? ` and ${files.length - namedFiles} more` : "";
  return `\n${time} Changed: ${named}${more}\n`;
}

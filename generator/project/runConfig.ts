import { setImmediate } from "node:timers/promises";

/** What a config file exports, or why there is nothing. */
export type ConfigAnswer = { readonly data: unknown } | { readonly reason: string };

/** How long a config may take, in milliseconds. */
const patience = 30_000;

/**
 * Runs a config file. However it ends, with a promise that nobody keeps, an exit of the process or anything
 * thrown, the command goes on and can say so.
 */
export function runConfig(path: string, limit = patience): Promise<ConfigAnswer> {
  return new Promise((resolve) => {
    const exit = process.exit.bind(process);
    const timer = setTimeout(() => {
      end({ reason: `it did not finish within ${limit / 1000} seconds` });
    }, limit);
    // Nothing but the config keeps the process running: without anything left to do, it waits for ever.
    timer.unref();
    process.once("beforeExit", stall).once("uncaughtException", fail).once("unhandledRejection", fail);
    process.exit = () => {
      throw new Error("it exits the process");
    };
    exportOf(path).then((data) => {
      end({ data });
    }, fail);

    function stall(): void {
      end({ reason: "it waits for a promise that never settles" });
    }

    function fail(error: unknown): void {
      end({ reason: reasonOf(error) });
    }

    function end(answer: ConfigAnswer): void {
      clearTimeout(timer);
      process.exit = exit;
      process.off("beforeExit", stall).off("uncaughtException", fail).off("unhandledRejection", fail);
      resolve(answer);
    }
  });
}

/** The default export of a module, as data. */
async function exportOf(path: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  // A config can import "statusgen" where it is not installed, as with `npx`.
  const virtualModules = { statusgen: { defineConfig: (config: unknown) => config } };
  const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: false, virtualModules });
  const module: unknown = await jiti.import(path);
  if (typeof module !== "object" || module === null || !("default" in module))
    throw new Error("it has no default export");
  const data = structuredClone(module.default);
  // A promise that is rejected, and that nobody waits for, is told only now.
  await setImmediate();
  return data;
}

/** What is thrown can be anything, such as an object that throws when it is looked at. */
function reasonOf(error: unknown): string {
  try {
    const said = error instanceof Error ? error.message : `it throws ${String(error)}`;
    return said.split("\n")[0]?.trim().slice(0, 300) || "it throws an error without a message";
  } catch {
    return "it throws an object that cannot be printed";
  }
}

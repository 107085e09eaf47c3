import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { isDefined } from "../../diagnostics/defined.js";
import { defineEmitter } from "../../emit/emitter.js";
import { defineReader } from "../../page/reader.js";
import { entriesOf } from "../../rules/entriesOf.js";
import { defineRule } from "../../rules/rule.js";
import { configModules } from "./configModules.js";
import { type Answer, guarded } from "./guarded.js";

/** Runs a config file, and gives what it exports. */
export function runConfig(path: string, limit?: number): Promise<Answer<unknown>> {
  return guarded(() => exportOf(path), limit);
}

/** The default export of a module: data, with emitters and rules that people wrote. */
async function exportOf(path: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const needsHelpers = configModules(path).some(({ text }) => text.includes("statusgen/emit"));
  const jiti = createJiti(import.meta.url, {
    moduleCache: false,
    fsCache: false,
    // A config can import "statusgen" where it is not installed, as with `npx`.
    virtualModules: {
      statusgen: {
        defineConfig: (config: unknown) => config,
        defineEmitter,
        defineReader,
        defineRule,
        entriesOf,
      },
      ...(needsHelpers && { "statusgen/emit": await import("../../emit/api.js") }),
    },
  });
  const module = await load();
  if (typeof module !== "object" || module === null || !("default" in module))
    throw new Error("it has no default export");
  const data = copied(module.default);
  // A promise that is rejected, and that nobody waits for, is told only now.
  await setImmediate();
  return data;

  /** What is required is read again each time; what is imported, Node keeps, whatever becomes of the files. */
  async function load(): Promise<unknown> {
    try {
      return jiti.evalModule(readFileSync(path, "utf8"), { filename: path, async: false });
    } catch (error) {
      const isAwaiting = error instanceof SyntaxError && error.message.startsWith("await is only valid");
      if (isAwaiting) return jiti.import(path);
      throw error;
    }
  }
}

/** A value that no longer changes, whatever the config does later. */
function copied(value: unknown): unknown {
  if (typeof value === "function")
    throw new Error("it has a function for a value; an emitter is called with its options, as in `python()`");
  if (Array.isArray(value)) return value.map(copied);
  if (!isPlainObject(value)) return structuredClone(value);
  if (isDefined(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each)]));
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

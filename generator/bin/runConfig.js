// Runs a config file in a thread of its own: whatever it does, such as to exit, to throw later or never to end,
// ends this thread only. Answers with what it exports, as JSON, or with the reason why there is none.
import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createJiti } from "jiti";

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
process.on("beforeExit", () => answer({ reason: "it waits for something that never comes" }));

try {
  const json = JSON.stringify(await load(workerData), refuseCode);
  // A promise that is rejected, and that nobody waits for, is told only now.
  await setImmediate();
  answer({ json });
} catch (error) {
  fail(error);
}

async function load(path) {
  // A config can import "statusgen" where it is not installed, as with `npx`.
  const virtualModules = { statusgen: { defineConfig: (config) => config } };
  const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: false, virtualModules });
  const module = await jiti.import(path);
  if (typeof module !== "object" || module === null || !("default" in module))
    throw new Error("it has no default export");
  return module.default;
}

function refuseCode(key, value) {
  if (typeof value === "function" || typeof value === "symbol")
    throw new Error(`${key === "" ? "it" : `"${key}"`} is a ${typeof value}, not data`);
  return value;
}

function fail(error) {
  answer({ reason: reasonOf(error) });
}

/** What is thrown can be anything, such as an object that throws when it is looked at. */
function reasonOf(error) {
  try {
    const said = error instanceof Error ? error.message : `it throws ${String(error)}`;
    return said.split("\n")[0].trim().slice(0, 300) || "it throws an error without a message";
  } catch {
    return "it throws an object that cannot be shown";
  }
}

/** The first answer counts; nothing that the config has left running goes on. */
function answer(message) {
  parentPort.postMessage(message);
  process.exit();
}

import { Worker } from "node:worker_threads";

/** What a config file exports, or why there is nothing. */
export type ConfigAnswer = { readonly json: string } | { readonly reason: string };

/** How long a config may take, in milliseconds. */
const patience = 30_000;

/**
 * Runs a config file in a thread of its own, where it can end, throw or wait as it likes. What it exports
 * comes back as JSON, and what it leaves running ends.
 */
export function runConfig(path: string, limit = patience): Promise<ConfigAnswer> {
  // Not bundled: the same place from the sources and from `dist/`.
  const thread = new Worker(new URL("../bin/runConfig.js", import.meta.url), { workerData: path });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ reason: `it is not done within ${limit / 1000} seconds` });
      void thread.terminate();
    }, limit);
    let answer: ConfigAnswer = { reason: "it ends the process" };
    thread.once("message", (given: ConfigAnswer) => (answer = given));
    thread.once("error", ({ message }) => (answer = { reason: message }));
    thread.once("exit", () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

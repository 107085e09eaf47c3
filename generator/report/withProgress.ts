import type { Terminal } from "./terminal.js";

/** How long a run may take before it says that it is at work, in milliseconds. */
const patience = 500;

/** Runs a task; on a terminal, shows that it is at work once it takes longer than half a second. */
export async function withProgress<Result>(
  { isInteractive }: Terminal,
  label: string,
  task: () => Promise<Result>,
): Promise<Result> {
  if (!isInteractive) return task();
  let stop = () => {};
  const timer = setTimeout(() => {
    void import("yocto-spinner").then(({ default: spinner }) => {
      if (timer.hasRef()) stop = () => spinner({ text: label, stream: process.stderr }).start().stop();
    });
  }, patience);
  try {
    return await task();
  } finally {
    clearTimeout(timer);
    stop();
  }
}

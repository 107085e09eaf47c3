import type { Terminal } from "./terminal.js";

/** How long a run may take before it says that it is at work, in milliseconds. */
const patience = 500;

/** Shows that something is at work, until the function that it returns is called. */
export type StartProgress = (label: string) => Promise<() => void>;

/** Runs a task; on a terminal, shows that it is at work once it takes longer than half a second. */
export async function withProgress<Result>(
  { isInteractive }: Pick<Terminal, "isInteractive">,
  label: string,
  task: () => Promise<Result>,
  startProgress: StartProgress = startSpinner,
): Promise<Result> {
  if (!isInteractive) return task();
  let started: Promise<() => void> | undefined;
  const timer = setTimeout(() => {
    started = startProgress(label).catch(() => () => {});
  }, patience);
  try {
    return await task();
  } finally {
    clearTimeout(timer);
    const stop = await started;
    stop?.();
  }
}

/** The spinner, which writes to standard error, is loaded only by a run that is slow enough to need it. */
async function startSpinner(label: string): Promise<() => void> {
  const { default: spinner } = await import("yocto-spinner");
  const shown = spinner({ text: label }).start();
  return () => shown.stop();
}

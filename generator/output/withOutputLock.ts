import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** How often a run looks whether the lock is free, in milliseconds. */
const retryInterval = 100;

/**
 * Runs `task` while no other run works on the same output folder.
 *
 * @param wait how long to wait for another run, in milliseconds
 * @throws an error with the code `ELOCKED` where the other run takes longer
 */
export async function withOutputLock<Result>(
  folder: string,
  task: () => Promise<Result>,
  wait = 10_000,
): Promise<Result> {
  await mkdir(dirname(folder), { recursive: true });
  const release = await acquire(folder, Date.now() + wait);
  try {
    return await task();
  } finally {
    await release();
  }
}

/** Tries again only where another run has the lock: the library would for any error, such as no permission. */
async function acquire(folder: string, deadline: number): Promise<() => Promise<void>> {
  try {
    return await lock(folder, {
      realpath: false,
      lockfilePath: `${folder}.lock`,
      // By default this throws from a timer, past every handler; `release` fails for the same reason.
      onCompromised: () => {},
    });
  } catch (error) {
    const isLocked = error instanceof Error && "code" in error && error.code === "ELOCKED";
    if (!isLocked || Date.now() >= deadline) throw error;
  }
  await delay(retryInterval);
  return acquire(folder, deadline);
}

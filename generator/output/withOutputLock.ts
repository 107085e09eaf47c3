import { lstatSync, utimesSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { lockFolder } from "./runFolders.js";
import { errorCode } from "../diagnostics/errorCode.js";

/** How often a run looks whether the lock is free, in milliseconds. */
const retryInterval = 100;

/** A run at work renews its lock each second; one that has not for this long was killed, in milliseconds. */
const stale = 5_000;

/**
 * Runs `task` while no other run works on the same output folder. The lock of a run that was killed
 * is taken over.
 *
 * @param task gets a signal that says when another run has taken the lock over, as after a computer's sleep
 * @param wait how long to wait for another run, in milliseconds; more than it takes a killed run's lock to go stale
 * @throws an error with the code `ELOCKED` where the other run takes longer
 */
export async function withOutputLock<Result>(
  folder: string,
  task: (signal: AbortSignal) => Promise<Result>,
  wait = 10_000,
): Promise<Result> {
  const lost = new AbortController();
  const release = await acquire(folder, lost, Date.now() + wait, sameFor(join(folder, lockFolder)));
  try {
    return await task(lost.signal);
  } finally {
    if (!lost.signal.aborted) await release();
  }
}

/** Tries again only where another run has the lock: the library would for any error, such as no permission. */
async function acquire(
  folder: string,
  lost: AbortController,
  deadline: number,
  sameLockFor: () => number,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  try {
    return await lock(folder, {
      realpath: false,
      lockfilePath: join(folder, lockFolder),
      stale,
      update: 1_000,
      // By default this throws from a timer, past every handler.
      onCompromised: (error) => {
        lost.abort(error);
      },
    });
  } catch (error) {
    if (errorCode(error) !== "ELOCKED" || Date.now() >= deadline) throw error;
  }
  await delay(retryInterval);
  // A lock from the future, as after a clock was set back, would never go stale.
  if (sameLockFor() > stale) expire(join(folder, lockFolder));
  return acquire(folder, lost, deadline, sameLockFor);
}

/** Tells for how long a lock has not been renewed since it was first asked, in milliseconds, whatever its time says. */
function sameFor(lockPath: string): () => number {
  let time: number | undefined;
  let since = performance.now();
  return () => {
    const now = lstatSync(lockPath, { throwIfNoEntry: false })?.mtimeMs;
    if (now !== time) [time, since] = [now, performance.now()];
    return performance.now() - since;
  };
}

function expire(lockPath: string): void {
  try {
    utimesSync(lockPath, 0, 0);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

import { type FSWatcher, watch } from "node:fs";

/** What the system says about changes in folders. */
export interface ChangeHints {
  /** Follows these folders, and no others. */
  follow(folders: readonly WatchedFolder[]): void;
  /** Waits for a hint, and no longer than this, in milliseconds. */
  next(longestWait: number): Promise<void>;
  /** Ends the waiting, now and for good. */
  close(): void;
}

/** A folder, and what tells it from another one in its place. */
export interface WatchedFolder {
  readonly path: string;
  readonly identity: string;
}

/**
 * Hints that something in a folder may have changed. Systems differ in what they tell; none is certain to
 * tell of folders that go and come back, of network drives or containers, or of more folders than it watches.
 */
export function changeHints(): ChangeHints {
  let watchers = new Map<string, FSWatcher | undefined>();
  let isClosed = false;
  let wake = () => {};
  return { follow, next, close };

  function follow(folders: readonly WatchedFolder[]): void {
    if (isClosed) return;
    const left = watchers;
    watchers = new Map();
    for (const { path, identity } of folders) {
      const key = `${path} ${identity}`;
      watchers.set(key, left.has(key) ? left.get(key) : open(path));
      left.delete(key);
    }
    for (const watcher of left.values()) watcher?.close();
  }

  function open(path: string): FSWatcher | undefined {
    try {
      return watch(path, () => {
        wake();
      }).on("error", () => {});
    } catch {
      return undefined;
    }
  }

  function next(longestWait: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, isClosed ? 0 : longestWait);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function close(): void {
    follow([]);
    isClosed = true;
    wake();
  }
}

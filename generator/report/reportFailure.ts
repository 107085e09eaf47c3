import type { Terminal } from "./terminal.js";
import { errorCode } from "../diagnostics/errorCode.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";

/** Says why the machine failed and what to do, in two lines, without a stack trace. */
export function reportFailure(error: unknown, terminal: Pick<Terminal, "writeError">): void {
  const { reason, help } = failureOf(error);
  terminal.writeError(`statusgen: ${showOnOneLine(reason)}\n  help: ${help}\n`);
}

interface Failure {
  readonly reason: string;
  readonly help: string;
}

function failureOf(error: unknown): Failure {
  const code = errorCode(error);
  const known = failures[code];
  const [message = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (known)
    return { ...known, reason: known.isOfLock ? known.reason : `${known.reason} (${code})${placeOf(error)}` };
  if (code === "") return { reason: `this is a bug in statusgen: ${message}`, help: "Please report it." };
  return { reason: message, help: "Look at the disk and the file system, then run this again." };
}

function placeOf(error: unknown): string {
  return error instanceof Error && "path" in error ? `: ${String(error.path)}` : "";
}

const openFiles = { reason: "too many open files", help: "Close other programs, or allow more open files." };
const permission = { reason: "no permission", help: "Give this user the right to it, then run this again." };
const fileInTheWay = {
  reason: "a file stands where a folder belongs",
  help: "Move it out of the way, or give another folder.",
};
const room = "Make room, then run this again.";

/** By the code of the error; those of the lock say nothing to people who do not know it. */
const failures: Readonly<Record<string, Failure & { readonly isOfLock?: boolean }>> = {
  ELOCKED: {
    reason: "another run is at work on the output folder, for over ten seconds now",
    help: "Run this again when it is done.",
    isOfLock: true,
  },
  ECOMPROMISED: {
    reason: "this run was held up for so long that another took over the output folder",
    help: "Run this again.",
    isOfLock: true,
  },
  ENOSPC: { reason: "the disk is full", help: room },
  EDQUOT: { reason: "the disk quota is used up", help: room },
  EIO: { reason: "the disk cannot be read or written", help: "Look at the disk, then run this again." },
  EACCES: permission,
  EPERM: permission,
  EROFS: { reason: "the file system is read-only", help: "Write to another folder, or make it writable." },
  EISDIR: { reason: "a folder stands where a file belongs", help: "Move it out of the way." },
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENOENT: {
    reason: "a file or a folder is gone that was there a moment ago",
    help: "Run this again.",
  },
  ELOOP: { reason: "a link leads back to itself", help: "Mend the link." },
  ENAMETOOLONG: { reason: "the path is too long", help: "Use shorter names." },
  EMFILE: openFiles,
  ENFILE: openFiles,
};

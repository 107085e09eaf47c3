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
  return { reason: message, help: "Check the disk and the file system, then run the command again." };
}

function placeOf(error: unknown): string {
  return error instanceof Error && "path" in error ? `: ${String(error.path)}` : "";
}

const openFiles = { reason: "too many open files", help: "Close other programs, or allow more open files." };
const permission = {
  reason: "no permission",
  help: "Give your user access to it, then run the command again.",
};
const fileInTheWay = {
  reason: "there is a file in place of a folder",
  help: "Move the file, or use a different folder.",
};
const room = "Free some space, then run the command again.";

/** By the code of the error; those of the lock say nothing to people who do not know it. */
const failures: Readonly<Record<string, Failure & { readonly isOfLock?: boolean }>> = {
  ELOCKED: {
    reason: "another run has been using the output folder for over ten seconds",
    help: "Run the command again once it has finished.",
    isOfLock: true,
  },
  ECOMPROMISED: {
    reason: "this run was paused for so long that another one took over the output folder",
    help: "Run the command again.",
    isOfLock: true,
  },
  ENOSPC: { reason: "the disk is full", help: room },
  EDQUOT: { reason: "the disk quota is used up", help: room },
  EIO: { reason: "the disk cannot be read or written", help: "Check the disk, then run the command again." },
  EACCES: permission,
  EPERM: permission,
  EROFS: { reason: "the file system is read-only", help: "Use a different folder, or make it writable." },
  EISDIR: { reason: "there is a folder in place of a file", help: "Move the folder." },
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENOENT: {
    reason: "a file or folder disappeared during the run",
    help: "Run the command again.",
  },
  ELOOP: { reason: "a link points back to itself", help: "Fix the link." },
  ENAMETOOLONG: { reason: "the path is too long", help: "Use shorter names." },
  EMFILE: openFiles,
  ENFILE: openFiles,
};

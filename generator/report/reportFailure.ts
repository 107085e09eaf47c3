import type { Terminal } from "./terminal.js";

/** Says why the machine failed, in one line, without a stack trace. */
export function reportFailure(error: unknown, terminal: Pick<Terminal, "writeError">): void {
  terminal.writeError(`statusgen: ${reasonOf(error).split("\n")[0] ?? ""}\n`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  const path = "path" in error ? `: ${String(error.path)}` : "";
  const explained = explanations[code];
  if (explained !== undefined) return explained;
  const known = reasons[code];
  if (known !== undefined) return `${known} (${code})${path}`;
  return code === "" ? `this is a bug in statusgen; please report it: ${error.message}` : error.message;
}

/** Codes of the lock, which say nothing to those who do not know it. */
const explanations: Readonly<Record<string, string>> = {
  ELOCKED: "another run has worked on the output folder for too long; try again when it is done.",
  ERELEASED: "another run took over the output folder meanwhile; run this again.",
};

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EIO: "the disk cannot be read or written",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  EISDIR: "a folder stands where a file belongs",
  ENOTDIR: "a file stands where a folder belongs",
  EEXIST: "a file stands where a folder belongs",
  ELOOP: "a link leads back to itself",
  ENAMETOOLONG: "the path is too long",
  EMFILE: "too many open files",
  ENFILE: "too many open files",
};

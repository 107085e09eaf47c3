import type { Terminal } from "./terminal.js";

/** Says why the machine failed, in one line, without a stack trace. */
export function reportFailure(error: unknown, terminal: Terminal): void {
  terminal.writeError(`statusgen: ${reasonOf(error)}\n`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  const path = "path" in error ? `: ${String(error.path)}` : "";
  if (code === "ELOCKED")
    return "another run has worked on the output folder for over ten seconds; try again when it is done.";
  const known = reasons[code];
  if (known !== undefined) return `${known} (${code})${path}`;
  return code === "" ? `this is a bug in statusgen; please report it: ${error.message}` : error.message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  EISDIR: "a folder stands where a file belongs",
  ENOTDIR: "a file stands where a folder belongs",
  EEXIST: "a file stands where a folder belongs",
  EMFILE: "too many open files",
};

import type { Terminal } from "./terminal.js";

/** What the command line is run by: a process, or a test. */
export interface Host {
  /** The folder that it is run in. */
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly setExitCode: (code: 0 | 1 | 2 | 3) => void;
  /** Ends the process with the exit code that was set. */
  readonly exit: () => void;
}

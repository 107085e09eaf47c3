import { type Colors, createColors, terminalText } from "../diagnostics/terminalText.js";

/** Where a command's words go: the only way to standard output and standard error. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Writes what belongs into a file, and so as it is where standard output is no terminal. */
  readonly writeData: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** Whether a person is looking, so that progress is of use. */
  readonly isInteractive: boolean;
}

export function colorsOf({ color }: Pick<Terminal, "color">): Colors {
  return createColors(color);
}

/** Calls a function when standard output cannot be written. */
export function onFailedOutput(failed: (error: NodeJS.ErrnoException) => void): void {
  process.stdout.on("error", failed);
}

/** What of a process its terminal is made of. */
export interface TerminalProcess {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface TerminalStream {
  /** Node leaves it out where the stream is a file or a pipe. */
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/**
 * The process's own terminal. Nothing that is written commands it but our own colours. Those are only
 * where standard output is a terminal and `NO_COLOR` is not set; nothing forces them on, so that what
 * a pipe or a file gets is always plain text.
 *
 * @see https://no-color.org
 */
export function processTerminal({ stdout, stderr, env }: TerminalProcess): Terminal {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  const write = (text: string) => void stdout.write(terminalText(text));
  return {
    write,
    writeError: (text) => void stderr.write(terminalText(text)),
    writeData: stdout.isTTY === true ? write : (text) => void stdout.write(text),
    color: stdout.isTTY === true && !isSet("NO_COLOR") && env["TERM"] !== "dumb",
    isInteractive: stderr.isTTY === true && !isSet("CI") && env["TERM"] !== "dumb",
  };
}

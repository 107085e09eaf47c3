import { type Colors, createColors, terminalText } from "../diagnostics/terminalText.js";

/** Where a command's words go: the only way to standard output and standard error. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Writes what belongs into a file, and so as it is where standard output is no terminal. */
  readonly writeData: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** The width of standard output; `undefined` if it is no terminal. */
  readonly columns: number | undefined;
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
  /** How many columns a terminal has; 0 if it does not say. */
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/**
 * The process's own terminal. Nothing that is written commands it but our own colours. They are shown if
 * standard output is a terminal, unless `NO_COLOR` is set; `FORCE_COLOR` decides if it is set, as it does
 * for Node itself: `0` and `false` turn colours off, anything else turns them on. `COLUMNS` is the width.
 *
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function processTerminal({ stdout, stderr, env }: TerminalProcess): Terminal {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  const isTerminal = stdout.isTTY === true;
  const isCapable = env["TERM"] !== "dumb";
  const force = env["FORCE_COLOR"];
  const write = (text: string) => void stdout.write(terminalText(text));
  return {
    write,
    writeError: (text) => void stderr.write(terminalText(text)),
    writeData: isTerminal ? write : (text) => void stdout.write(text),
    color: force === undefined ? isTerminal && !isSet("NO_COLOR") && isCapable : !/^(?:0|false)$/.test(force),
    get columns() {
      return widthIn(env["COLUMNS"]) ?? (isTerminal ? stdout.columns || undefined : undefined);
    },
    isInteractive: stderr.isTTY === true && !isSet("CI") && isCapable,
  };
}

function widthIn(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text ?? "") ? Number(text) : undefined;
}

import pc from "picocolors";

/** Where a command's words go. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** Whether a person is looking, so that progress is of use. */
  readonly isInteractive: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

export function colorsOf({ color }: Terminal): Colors {
  return pc.createColors(color);
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
 * The process's own terminal. Colours only where standard output is a terminal and `NO_COLOR` is
 * not set; nothing forces them on, so that what a pipe or a file gets is always plain text.
 *
 * @see https://no-color.org
 */
export function processTerminal({ stdout, stderr, env }: TerminalProcess): Terminal {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    color: stdout.isTTY === true && !isSet("NO_COLOR") && env["TERM"] !== "dumb",
    isInteractive: stderr.isTTY === true && !isSet("CI") && env["TERM"] !== "dumb",
  };
}

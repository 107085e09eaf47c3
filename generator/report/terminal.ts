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

/**
 * The process's own terminal. Colours only where standard output is a terminal and `NO_COLOR` is not set.
 *
 * @see https://no-color.org
 */
export function processTerminal({ stdout, stderr, env }: NodeJS.Process): Terminal {
  const noColor = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    color: stdout.isTTY && !noColor,
    isInteractive: stderr.isTTY && (env["CI"] ?? "") === "",
  };
}

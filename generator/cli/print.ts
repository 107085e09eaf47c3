import type { Terminal } from "./terminal.js";

/**
 * Prints text for people: lines that are wider than the terminal go on below. The code for it is loaded
 * only if there may be one.
 */
export async function print(text: string, { write, columns }: Terminal): Promise<void> {
  const mayBeWider = columns !== undefined && !isNarrow(text, columns);
  write(mayBeWider ? (await import("./wrapLines.js")).wrapLines(text, columns) : text);
}

/** Whether all lines certainly fit: they have few characters, and none that is two columns wide. */
function isNarrow(text: string, columns: number): boolean {
  return /^[\n\x20-\x7e]*$/.test(text) && text.split("\n").every((line) => line.length <= columns);
}

import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { diagnose } from "../../rules/diagnose.js";
import type { Rule } from "../../rules/rule.js";

/** Thrown where code of people's own fails: the command that runs it says so, and does nothing else. */
export class CodeFailure extends Error {
  override readonly name = "CodeFailure";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** What is wrong with code of people's own, where an error is about that; any other is thrown again. */
export function failuresOf(error: unknown): Pick<CodeFailure, "diagnostics"> {
  if (error instanceof CodeFailure) return { diagnostics: error.diagnostics };
  throw error;
}

/** Where an error was thrown: the first place of its stack that is in the project, else the file itself. */
export function placeOfError(cwd: string, file: string, error: unknown): Parameters<typeof diagnose>[1] {
  const stack = error instanceof Error && typeof error.stack === "string" ? error.stack : "";
  for (const [, url, path = fileURLToPath(url ?? ""), line, column] of stack.matchAll(frame)) {
    const inProject = relative(cwd, path).split(sep).join("/");
    if (/^\.\.\/|^[A-Za-z]:|(?:^|\/)node_modules\//.test(inProject)) continue;
    const start = { line: Number(line), column: Number(column) };
    return { file: inProject, range: { start, end: start } };
  }
  return file;
}

/** A line of a stack: `at f (/project/emitter.ts:3:4)`. */
const frame = /^\s+at (?:.*\()?(?:(file:\/\/[^():]+)|((?:[A-Za-z]:)?[^():]+)):(\d+):(\d+)\)?$/gm;

/** The failure of code of people's own. */
export function codeFailure(
  rule: Pick<Rule, "id" | "severity">,
  place: Parameters<typeof diagnose>[1],
  message: string,
  help = "Correct it; nothing was written.",
): CodeFailure {
  return new CodeFailure([diagnose(rule, place, message, help)]);
}

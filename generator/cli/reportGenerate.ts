import type { GenerateResult } from "../commands/generateResult.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import type { ComparedFile } from "../output/compareOutput.js";
import { print } from "./print.js";
import { countOf, plural, reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

/** Says what `generate` did, or would do. */
export async function reportGenerate(
  result: GenerateResult,
  { format, dryRun }: { readonly format: Format; readonly dryRun: boolean },
  terminal: Terminal,
): Promise<void> {
  await reportDiagnostics(result, format, terminal);
  if (format !== "pretty") return;

  const { changes, diagnostics, specs, willCheckFail, hasOwnCode } = result;
  const colors = colorsOf(terminal);
  if (!changes) {
    return print(`${colors.red(`${countOf(diagnostics)}; nothing was written.`)}\n`, terminal);
  }
  const { written, removed, unchanged, kept } = changes;
  const lines = [
    ...written.map(
      (file) =>
        `  ${colors.green(file.state === "missing" ? "+" : "~")} ${showOnOneLine(file.path)}${noteOf(file, dryRun)}`,
    ),
    ...removed.map(({ path }) => `  ${colors.red("-")} ${showOnOneLine(path)}`),
    ...kept.map(
      ({ path }) =>
        `  ${colors.yellow("?")} ${showOnOneLine(path)} (not produced by any spec, and not written by statusgen: left as it is)`,
    ),
    `${plural(specs, "spec")}: ${dryRun ? "would write" : "wrote"} ${plural(written.length, "file")}, ${dryRun ? "remove" : "removed"} ${removed.length}; ${unchanged.length} unchanged.`,
    ...(hasOwnCode
      ? [
          colors.dim(
            "Nothing was remembered: the config has emitters, rules or readers of its own, so every run makes everything.",
          ),
        ]
      : []),
    ...(willCheckFail ? [colors.yellow("`check` will fail: see the warnings above.")] : []),
  ];
  await print(`${lines.join("\n")}\n`, terminal);
}

function noteOf({ state }: ComparedFile, dryRun: boolean): string {
  return state === "edited" ? ` (was edited by hand; ${dryRun ? "would be " : ""}replaced)` : "";
}

import type { DiffResult } from "../commands/diff.js";
import { repositoryPaths } from "../commands/repositoryPaths.js";
import { docsUrl, version } from "../version.js";
import { changeKinds } from "../compare/change.js";
import { formatGithub } from "../diagnostics/formatGithub.js";
import { formatSarif } from "../diagnostics/formatSarif.js";
import { rules } from "../rules/registry.js";
import { changeDiagnostics } from "./diffDiagnostics.js";
import type { DiffFormat } from "./options.js";
import { diffMarkdown } from "./diffMarkdown.js";
import { diffPretty } from "./diffPretty.js";
import { print } from "./print.js";
import { reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";
import { jsonText } from "../diagnostics/jsonText.js";

/** Shows the differences between two states; where one is not valid, why. */
export async function reportDiff(result: DiffResult, format: DiffFormat, terminal: Terminal): Promise<void> {
  switch (format) {
    case "pretty":
      await reportDiagnostics(result, format, terminal);
      if (result.exitCode !== 2) await print(diffPretty(result, colorsOf(terminal)), terminal);
      return;
    case "markdown":
      // What is to be pasted into a changelog holds nothing else.
      await reportDiagnostics(result, "pretty", { ...terminal, write: terminal.writeError, color: false });
      if (result.exitCode !== 2) terminal.write(diffMarkdown(result));
      return;
    case "json":
      terminal.write(diffJson(result));
      return;
    case "github":
      terminal.write(formatGithub([...result.diagnostics, ...changeDiagnostics(result)], repositoryPaths()));
      return;
    case "sarif": {
      const kinds = Object.entries(changeKinds).map(([id, { summary }]) => ({
        id,
        summary,
        page: "diff.md",
      }));
      const diagnostics = [...result.diagnostics, ...changeDiagnostics(result)];
      const about = { version, docsUrl, sources: result.sources, pathOf: repositoryPaths() };
      terminal.write(
        formatSarif(diagnostics, {
          ...about,
          rules: [...rules.filter(({ id }) => !(id in changeKinds)), ...kinds],
        }),
      );
    }
  }
}

/** Changes as one JSON document: `{"level", "version", "changes", "diagnostics"}`. */
function diffJson({ level, version, changes, diagnostics }: DiffResult): string {
  return jsonText({ level, version, changes, diagnostics }, 2) + "\n";
}

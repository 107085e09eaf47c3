import { createInterface } from "node:readline";
import { importPages } from "../commands/importPages.js";
import { init } from "../commands/init.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { reportImport } from "./reportImport.js";
import type { Terminal } from "./terminal.js";
import type { Host } from "./host.js";

/** Sets up a project: asks a person where the codes come from, and elsewhere writes a first spec. */
export async function runInit({ cwd, terminal, setExitCode }: Host): Promise<void> {
  const page = terminal.isInteractive && process.stdin.isTTY ? await askForPage(terminal) : "";
  const { exitCode, written, kept } = await init({ cwd, starter: page === "" });
  for (const file of written) terminal.write(`wrote ${showOnOneLine(file)}\n`);
  for (const file of kept) terminal.write(`${showOnOneLine(file)} exists already; not changed\n`);
  const imported = page === "" ? undefined : await importPages({ cwd, pages: [page] });
  if (imported) await reportImport(imported, { format: "pretty", stdout: false }, terminal);
  const { exitCode: last } = imported ?? { exitCode };
  setExitCode(last);
  if (last === 0) terminal.write("Next, run: npx statusgen generate\n");
}

/** The file or address of a page; empty for codes that no page lists. */
async function askForPage(terminal: Terminal): Promise<string> {
  terminal.write("If a page lists your codes, give its file or https address.\n");
  terminal.write("If you keep codes of your own, press Enter.\n");
  terminal.write("Page: ");
  const lines = createInterface({ input: process.stdin });
  return new Promise((resolve) => {
    lines.once("line", (line) => {
      resolve(line.trim());
      // Otherwise the command would wait for another line.
      lines.close();
    });
    // The end of the input counts as no page.
    lines.once("close", () => {
      resolve("");
    });
  });
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import type { SpecFile } from "../catalogue/loadCatalogue.js";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { noSpecFound } from "../rules/noSpecFound.js";
import { notUtf8 } from "../rules/notUtf8.js";
import type { InputRule } from "../rules/rule.js";
import { unreadableFile } from "../rules/unreadableFile.js";

/** The specs below a folder, and what could not be read. */
export async function readSpecs(
  cwd: string,
  folder: string,
): Promise<{ files: SpecFile[]; diagnostics: Diagnostic[] }> {
  const found = await glob("**/*.{yaml,yml}", {
    cwd: join(cwd, folder),
    onlyFiles: false,
    expandDirectories: false,
  });
  const paths = found.filter((path) => !path.endsWith("/"));
  if (paths.length === 0) {
    const help = "Run `npx statusgen init` to have a first one, or run this in the project's own folder.";
    return {
      files: [],
      diagnostics: [diagnostic(noSpecFound, folder, `There is no spec in "${folder}".`, help)],
    };
  }
  const read = await Promise.all(paths.sort(compareText).map((path) => readSpec(cwd, `${folder}/${path}`)));
  return {
    files: read.flatMap((result) => ("text" in result ? [result] : [])),
    diagnostics: read.flatMap((result) => ("rule" in result ? [result] : [])),
  };
}

async function readSpec(cwd: string, file: string): Promise<SpecFile | Diagnostic> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(cwd, file));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return diagnostic(
      unreadableFile,
      file,
      `The file cannot be read (${reason}).`,
      "Make it readable, or remove it.",
    );
  }
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return diagnostic(notUtf8, file, "The file is not UTF-8 text.", "Save it as UTF-8.");
  }
}

function diagnostic({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}

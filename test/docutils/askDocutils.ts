import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A node of docutils' tree; a text is a string. */
export interface DocutilsNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** The text that the node was read from, of inline nodes. */
  readonly source: string;
  readonly children: readonly (DocutilsNode | string)[];
}

interface DocutilsMessage {
  /** 2 a warning, 3 an error, 4 severe. */
  readonly level: number;
  readonly line: number | null;
  readonly text: string;
  readonly inTable: boolean;
  /** The first header of the table that it is in, where docutils read one. */
  readonly header: string | null;
}

/** What docutils reads on a page. */
export interface DocutilsPage {
  /** In the page's order, without those in cells of others. */
  readonly tables: readonly DocutilsNode[];
  /** Where the names of the page lead. */
  readonly targets: Readonly<Record<string, string>>;
  readonly messages: readonly DocutilsMessage[];
}

/** Debian installs docutils for its own Python, which need not be the first. */
const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import docutils"]).status === 0,
);

export const hasDocutils = python !== undefined;

/** Reads pages with docutils. */
export function askDocutils(texts: readonly string[]): DocutilsPage[] {
  return runDocutils("readWithDocutils.py", texts) as DocutilsPage[];
}

/** What is active on each page when docutils reads it: directives, roles, raw text, comments and the like. */
export function activeOnPages(texts: readonly string[]): string[][] {
  return runDocutils("activeOnPage.py", texts) as string[][];
}

/** Runs a script over all pages, in one process; it answers with a line for each. */
function runDocutils(script: string, texts: readonly string[]): unknown[] {
  if (python === undefined) throw new Error("No Python with docutils is installed.");
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [path], {
    input: texts.map((text) => JSON.stringify({ text })).join("\n"),
    encoding: "utf8",
    env: { ...process.env, PYTHONUTF8: "1" },
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`docutils failed: ${stderr}`);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

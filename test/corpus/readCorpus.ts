import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What an independent reader says about a table of a page. */
export interface TrueTable {
  readonly index: number;
  readonly kind: "status-code" | "error-code" | "other";
  readonly rows: readonly { readonly row: readonly string[] }[];
}

/** A real page and the independent reading of it. */
export interface CorpusPage {
  readonly name: string;
  readonly text: string;
  readonly kind: string;
  readonly tables: readonly TrueTable[];
}

/** Reads `pages/<service>/*.rst` and `truth/<service>/*.json` below a folder. */
export async function readCorpus(folder: string): Promise<CorpusPage[]> {
  const entries = await readdir(join(folder, "pages"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".rst"));
  const pages = files.map(async ({ parentPath, name }) => {
    const service = parentPath.split(/[\\/]/).at(-1) ?? "";
    const truth = join(folder, "truth", service, name.replace(/\.rst$/, ".json"));
    const { kind, tables } = JSON.parse(await readFile(truth, "utf8")) as Omit<CorpusPage, "name" | "text">;
    return { name: `${service}/${name}`, text: await readFile(join(parentPath, name), "utf8"), kind, tables };
  });
  return (await Promise.all(pages)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

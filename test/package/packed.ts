import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository, run, type Finished } from "../testProject.js";

const packageFolders = { "otc-status-codes": ".", statusgen: "./generator" } as const;

/** A folder outside the repository, with packages of ours installed as anybody else gets them. */
export interface Stranger {
  readonly folder: string;
  /** The packed packages, in the order asked for. */
  readonly tarballs: readonly string[];
}

/** Packs the packages as they are built, and installs them into a new folder. */
export async function strangerWith(...packages: readonly (keyof typeof packageFolders)[]): Promise<Stranger> {
  const folder = await mkdtemp(join(tmpdir(), "stranger-"));
  const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const packed = await succeed(npm(repository, ...packing, ...packages.map((name) => packageFolders[name])));
  const files = JSON.parse(packed.stdout) as readonly { readonly filename: string }[];
  const tarballs = files.map(({ filename }) => join(folder, filename));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await succeed(npm(folder, "install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs));
  return { folder, tarballs };
}

/**
 * Runs npm: by its own file where npm started the tests, as Windows starts no `npm.cmd` without a shell.
 */
export function npm(cwd: string, ...args: readonly string[]): Promise<Finished> {
  const file = process.env["npm_execpath"];
  return file === undefined ? run("npm", args, { cwd }) : run(process.execPath, [file, ...args], { cwd });
}

/** Waits for a program, and throws what it printed if it failed. */
export async function succeed(running: Promise<Finished>): Promise<Finished> {
  const finished = await running;
  if (finished.exitCode !== 0) throw new Error(`${finished.stderr}${finished.stdout}`);
  return finished;
}

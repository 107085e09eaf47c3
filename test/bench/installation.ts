import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Subject } from "./subjects.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A package as it is published, and as it is installed. */
export interface InstalledPackage {
  readonly tarball: Uint8Array<ArrayBuffer>;
  readonly typesTarball: Uint8Array | undefined;
  readonly folder: string;
  readonly unpackedSize: number;
  readonly dependencyCount: number;
}

/** A folder of a stranger's, into which all packages are installed in the same way. */
export interface Installation {
  readonly folder: string;
  readonly packages: ReadonlyMap<Subject, InstalledPackage>;
  readonly remove: () => Promise<void>;
}

/** Packs our package and those of node_modules, and unpacks them side by side. */
export async function installSubjects(ours: Subject, peers: readonly Subject[]): Promise<Installation> {
  // The real path, as Node resolves links, and as what is loaded is compared with it.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "bench-")));
  const packages = new Map<Subject, InstalledPackage>();
  for (const subject of [ours, ...peers]) {
    const source = subject === ours ? "." : `./node_modules/${subject.name}`;
    packages.set(subject, await install(subject, source, folder));
  }
  return { folder, packages, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function install(subject: Subject, source: string, folder: string): Promise<InstalledPackage> {
  const packed = await pack(source, folder);
  const target = join(folder, "node_modules", subject.name);
  await mkdir(target, { recursive: true });
  await promisify(execFile)("tar", ["-xzf", packed.path, "-C", target, "--strip-components=1"]);
  const { typesName } = subject;
  const types = typesName === undefined ? undefined : await pack(`./node_modules/${typesName}`, folder);
  const manifest = JSON.parse(await readFile(join(target, "package.json"), "utf8")) as Record<string, object>;
  const kinds = ["dependencies", "peerDependencies", "optionalDependencies"];
  return {
    tarball: await readBytes(packed.path),
    typesTarball: types && (await readBytes(types.path)),
    folder: target,
    unpackedSize: packed.unpackedSize,
    dependencyCount: kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})).length,
  };
}

async function pack(source: string, destination: string) {
  // By a shell, as npm is a script of the shell's own on Windows.
  const command = `npm pack ${source} --json --ignore-scripts --loglevel=error --pack-destination "${destination}"`;
  const { stdout } = await promisify(execFile)(command, { cwd: repository, shell: true });
  const [packed] = JSON.parse(stdout) as readonly {
    readonly filename: string;
    readonly unpackedSize: number;
  }[];
  if (packed === undefined) throw new Error(`npm packed nothing of ${source}`);
  return { path: join(destination, packed.filename), unpackedSize: packed.unpackedSize };
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path));
}

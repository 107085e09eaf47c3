import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { start } from "./runs.js";

/** Every file and folder below a folder: the file's text, or `undefined` for a folder. */
export type Tree = ReadonlyMap<string, string | undefined>;

/** A state of the specs, and the output that belongs to it. */
export interface Version {
  readonly specs: ReadonlyMap<string, string>;
  readonly output: Tree;
}

/** A project in a folder of its own, whose specs can be replaced by those of another version. */
export interface TorturedProject {
  readonly cwd: string;
  readonly versions: readonly [Version, Version];
}

/**
 * Makes a project with two versions of its specs: between them every service changes a text, and some
 * are removed while as many are new. The output is that of the first.
 */
export async function tortured(services: number, turnover = 1): Promise<TorturedProject> {
  const cwd = await mkdtemp(join(tmpdir(), "statusgen-torture-"));
  const numbers = [...Array(services).keys()];
  const later = numbers.map((number) => number + turnover);
  const second = await version(cwd, new Map(later.map((number) => spec(number, "works"))));
  const first = await version(cwd, new Map(numbers.map((number) => spec(number, "worked"))));
  return { cwd, versions: [first, second] };
}

/** A copy of a project as it is, which another run can spoil. */
export async function copied({ cwd, versions }: TorturedProject): Promise<TorturedProject> {
  const copy = await mkdtemp(join(tmpdir(), "statusgen-torture-"));
  await cp(cwd, copy, { recursive: true });
  return { cwd: copy, versions };
}

export async function removed({ cwd }: TorturedProject): Promise<void> {
  await rm(cwd, { recursive: true, force: true });
}

/** Replaces the specs of a project, each as a whole, as an editor or a checkout does. */
export async function writeSpecs(cwd: string, specs: Version["specs"]): Promise<void> {
  const folder = join(cwd, "spec");
  await mkdir(folder, { recursive: true });
  for (const [path, text] of specs) {
    await writeFile(join(folder, "aside"), text);
    await rename(join(folder, "aside"), join(folder, path));
  }
  for (const path of await readdir(folder)) if (!specs.has(path)) await rm(join(folder, path));
}

export async function treeOf(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = entry.isDirectory() ? undefined : await readFile(path, "utf8");
    return [relative(folder, path).split(sep).join("/"), text] as const;
  });
  return new Map(await Promise.all(read));
}

/** Files that are neither what the one version has there nor what the other has; those aside do not count. */
export function tornFiles(tree: Tree, versions: readonly Version[]): string[] {
  const files = [...tree].filter(([path, text]) => text !== undefined && !path.startsWith(".statusgen/"));
  return files
    .filter(([path, text]) => !versions.some(({ output }) => output.get(path) === text))
    .map(([path]) => path);
}

/** Paths in which two trees differ. */
export function differences(tree: Tree, other: Tree): string[] {
  const paths = new Set([...tree.keys(), ...other.keys()]);
  return [...paths].filter(
    (path) => !tree.has(path) || !other.has(path) || tree.get(path) !== other.get(path),
  );
}

async function version(cwd: string, specs: Version["specs"]): Promise<Version> {
  await writeSpecs(cwd, specs);
  const { exitCode } = await start(cwd, ["generate"]).done;
  if (exitCode !== 0) throw new Error(`The specs of the torture do not generate: exit code ${exitCode}.`);
  return { specs, output: await treeOf(join(cwd, "generated")) };
}

function spec(number: number, verb: string): [path: string, text: string] {
  const text = `service:
  id: service-${number}
  name: Service ${number}
page:
  id: page-${number}
  title: Status Codes of Service ${number}
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - code: 200
        message: OK
        description: It ${verb} for service ${number}.
      - code: 404
        message: Not Found
        description: It is not there.
`;
  return [`service-${number}.yaml`, text];
}

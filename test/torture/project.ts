import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { start } from "./runs.js";

/** Every file and folder below a folder: the file's text, or `undefined` for a folder. */
export type Tree = ReadonlyMap<string, string | undefined>;

/** A state of what a command reads, and what it writes of it. */
export interface Version {
  readonly input: ReadonlyMap<string, string>;
  readonly output: Tree;
}

/** A command that writes, and the folders that it reads and writes. */
interface Writing {
  readonly args: readonly string[];
  readonly from: string;
  readonly to: string;
}

const generating: Writing = { args: ["generate"], from: "spec", to: "generated" };
const importing: Writing = { args: ["import", "pages"], from: "pages", to: "spec" };

/** A project in a folder of its own, whose input can be replaced by that of another version. */
export interface TorturedProject {
  readonly cwd: string;
  readonly versions: readonly [Version, Version];
  readonly writing: Writing;
}

/**
 * Makes a project with two versions of its specs: between them every service changes a text, and some
 * are removed while as many are new. The output is that of the first.
 */
export async function tortured(services: number, turnover = 1): Promise<TorturedProject> {
  const cwd = await mkdtemp(join(tmpdir(), "statusgen-torture-"));
  const numbers = [...Array(services).keys()];
  const later = numbers.map((number) => number + turnover);
  const second = await version(cwd, generating, new Map(later.map((number) => spec(number, "works"))));
  const first = await version(cwd, generating, new Map(numbers.map((number) => spec(number, "worked"))));
  return { cwd, versions: [first, second], writing: generating };
}

/** Makes a project whose specs are imported from two versions of its pages. */
export async function torturedImport(services: number): Promise<TorturedProject> {
  const generated = await tortured(services, 0);
  const [first, second] = generated.versions.map(
    ({ output }) =>
      new Map(
        [...output].flatMap(([path, text]) =>
          path.startsWith("pages/") && text !== undefined ? [[path.slice("pages/".length), text]] : [],
        ),
      ),
  );
  await removed(generated);
  const cwd = await mkdtemp(join(tmpdir(), "statusgen-torture-"));
  const before = await version(cwd, importing, first ?? new Map());
  const after = await version(cwd, importing, second ?? new Map());
  const again = await version(cwd, importing, first ?? new Map());
  if (differences(before.output, again.output).length > 0) throw new Error("Import does not lead back.");
  return { cwd, versions: [before, after], writing: importing };
}

/** A copy of a project as it is, which another run can spoil. */
export async function copied(project: TorturedProject): Promise<TorturedProject> {
  const copy = await mkdtemp(join(tmpdir(), "statusgen-torture-"));
  await cp(project.cwd, copy, { recursive: true });
  return { ...project, cwd: copy };
}

export async function removed({ cwd }: Pick<TorturedProject, "cwd">): Promise<void> {
  await rm(cwd, { recursive: true, force: true });
}

/** Replaces the specs or pages of a project, each as a whole, as an editor or a checkout does. */
export async function writeInput(
  { cwd, writing }: Pick<TorturedProject, "cwd" | "writing">,
  { input }: Pick<Version, "input">,
): Promise<void> {
  const folder = join(cwd, writing.from);
  await mkdir(folder, { recursive: true });
  for (const [path, text] of input) {
    await writeFile(join(folder, "aside"), text);
    await rename(join(folder, "aside"), join(folder, path));
  }
  for (const path of await readdir(folder)) if (!input.has(path)) await rm(join(folder, path));
}

/** What a project's command has written. */
export function outputOf({ cwd, writing }: TorturedProject): Promise<Tree> {
  return treeOf(join(cwd, writing.to));
}

/** A spec aside, which a killed import leaves, is no spec and is not read. */
const aside = /\.yaml\.\d+$/;

async function treeOf(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries
    .filter(({ name }) => !aside.test(name))
    .map(async (entry) => {
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

async function version(cwd: string, writing: Writing, input: Version["input"]): Promise<Version> {
  await writeInput({ cwd, writing }, { input });
  const { exitCode, output } = await start(cwd, writing.args).done;
  if (exitCode !== 0) throw new Error(`The project of the torture is wrong: ${output}`);
  return { input, output: await treeOf(join(cwd, writing.to)) };
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

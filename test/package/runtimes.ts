import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withOutputLock } from "../../generator/output/withOutputLock.js";
import { repository } from "../testProject.js";
import { npm, succeed } from "./packed.js";

const folder = join(repository, "test/package/runtimes");

/** A program that runs JavaScript. */
export interface Runtime {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  /** What comes before the program's path. */
  readonly args: readonly string[];
  /** Whether it prints a warning that importing JSON is experimental. */
  readonly warnsOfJson: boolean;
  /** Why it cannot be tried here, if so. */
  readonly missing: string | undefined;
}

/** What npm has of the runtimes is for one kind of system. */
const missing =
  process.platform === "linux" && process.arch === "x64" && hasGlibc()
    ? undefined
    : "needs Linux on x64, with glibc";

/** The Node that runs the tests, the oldest of each line that the package is for, the newest, and others. */
export const runtimes: readonly Runtime[] = [
  {
    name: "the running Node",
    version: process.versions.node,
    file: process.execPath,
    args: [],
    warnsOfJson: process.versions.node.startsWith("20."),
    missing: undefined,
  },
  { name: "Node", ...installed("node-18", "bin/node"), args: [], warnsOfJson: true },
  { name: "Node", ...installed("node-20", "bin/node"), args: [], warnsOfJson: true },
  { name: "Node", ...installed("node-22", "bin/node"), args: [], warnsOfJson: false },
  { name: "Node", ...installed("node-24", "bin/node"), args: [], warnsOfJson: false },
  { name: "Bun", ...installed("bun", "bin/bun"), args: [], warnsOfJson: false },
  { name: "Deno", ...installed("deno", "deno"), args: ["run", "--no-prompt"], warnsOfJson: false },
];

/** Jest, which is fetched together with the runtimes. */
export const jest = {
  bin: join(folder, "node_modules/jest/bin/jest.js"),
  tsJest: join(folder, "node_modules/ts-jest"),
};

/** The validator of SARIF that GitHub points to. */
export const sarifMultitool = installed("sarif-multitool", "Sarif.Multitool");

/** Installs the runtimes, unless they are or cannot be. They need no install scripts. */
export async function installRuntimes(): Promise<void> {
  if (missing !== undefined || areInstalled()) return;
  // Several test files may ask for them at the same time.
  await withOutputLock(folder, install, 300_000);
}

async function install(): Promise<void> {
  if (areInstalled()) return;
  const { stderr } = await succeed(
    npm(folder, "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"),
  );
  // npm passes over an optional dependency that it cannot fetch.
  if (!areInstalled()) throw new Error(`npm left some of the runtimes out. ${stderr}`);
}

/** Whether all that package.json names is there, in the locked versions. */
function areInstalled(): boolean {
  const installed = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const [there, locked] = [lockedVersions(installed), lockedVersions(join(folder, "package-lock.json"))];
  return Object.keys(namedPackages()).every((name) => there(name) === locked(name));
}

function lockedVersions(lockFile: string): (name: string) => string | undefined {
  const { packages } = JSON.parse(readFileSync(lockFile, "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  return (name) => packages[`node_modules/${name}`]?.version;
}

function namedPackages(): Readonly<Record<string, string>> {
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  return optionalDependencies;
}

/** A runtime of the version that `runtimes/package.json` names. */
function installed(alias: string, path: string): Pick<Runtime, "version" | "file" | "missing"> {
  const version = namedPackages()[alias]?.split("@").at(-1) ?? "";
  return { version, file: join(folder, "node_modules", alias, path), missing };
}

/** Node tells the version of glibc that it runs with, and none where there is another C library. */
function hasGlibc(): boolean {
  const { header } = process.report.getReport() as { readonly header: object };
  return "glibcVersionRuntime" in header;
}

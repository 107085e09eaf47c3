import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { runProgram } from "../generator/cli/runProgram.js";
import { processTerminal } from "../generator/cli/terminal.js";

/** The repository's own folder. */
export const repository = fileURLToPath(new URL("..", import.meta.url));

/** A spec that has everything a spec needs, and no more. */
export const smallSpec = `service:
  id: small
  name: Small Service
page:
  id: small
  title: Status Codes
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - code: 200
        message: OK
        description: It worked.
      - code: 404
        message: Not Found
        description: It is not there.
`;

/** Makes a folder with the given files, which goes when the test ends. */
export async function testProject(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "statusgen-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** What a finished process printed, and its exit code. */
export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** Runs a command in a folder, from the sources and in this process: for all that is not about the process. */
export function statusgen(cwd: string, ...args: readonly string[]): Promise<Finished> {
  return statusgenIn({}, cwd, ...args);
}

/** Runs a command as `statusgen` does, with more variables in the environment of its terminal. */
export async function statusgenIn(
  env: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Finished> {
  const written = { stdout: "", stderr: "" };
  const streamTo = (name: keyof typeof written) => ({
    write: (text: string) => (written[name] += text),
  });
  const streams = { stdout: streamTo("stdout"), stderr: streamTo("stderr") };
  let exitCode = 0;
  await runProgram(args, {
    cwd,
    terminal: processTerminal({ ...streams, env: { ...process.env, ...env } }),
    setExitCode: (code) => (exitCode = code),
    exit: () => {
      throw new Error("The command ends the process.");
    },
  });
  return { exitCode, ...written };
}

/** Runs the built command in a process of its own, as a user would. */
export function builtStatusgen(cwd: string, ...args: readonly string[]): Promise<Finished> {
  return run(process.execPath, [join(repository, "generator/bin/statusgen.js"), ...args], { cwd });
}

/** Every file below a folder, by its path with `/` between its parts: its text, and when it was written. */
export async function filesBelow(
  folder: string,
): Promise<Readonly<Record<string, { readonly text: string; readonly writtenAt: bigint }>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.sort().map(async (file) => {
      const [text, { mtimeNs }] = await Promise.all([readFile(file, "utf8"), stat(file, { bigint: true })]);
      return [relative(folder, file).split(sep).join("/"), { text, writtenAt: mtimeNs }] as const;
    }),
  );
  return Object.fromEntries(read);
}

/** The texts alone of every file below a folder. */
export async function textsBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await filesBelow(folder));
  return Object.fromEntries(files.map(([path, { text }]) => [path, text]));
}

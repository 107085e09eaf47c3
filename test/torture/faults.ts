import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import {
  copied,
  differences,
  outputOf,
  removed,
  tornFiles,
  tortured,
  type TorturedProject,
  writeInput,
} from "./project.js";
import { start } from "./runs.js";

const faultCodes = ["ENOSPC", "EACCES", "EIO", "EMFILE"] as const;

export interface FaultCounts {
  /** File-system calls of one run. */
  readonly calls: number;
  readonly faults: number;
  /** Imports that did all they should despite the fault: the library that writes specs can do without some calls. */
  readonly survived: number;
  /** Other runs that did not end with exit code 3 and a reason without a stack trace; which they were. */
  readonly wrongEnds: readonly string[];
  readonly tornFiles: number;
  /** Files and folders that the next run left or did not bring up to date. */
  readonly leftovers: number;
}

/**
 * Lets the calls to the file system of a run fail, one a run, with each code; every call where `step` is 1,
 * else every so many calls.
 */
export async function faults(
  args: readonly string[],
  step = 1,
  make: () => Promise<TorturedProject> = () => tortured(2),
): Promise<FaultCounts> {
  const project = await make();
  const [, second] = project.versions;
  await writeFile(join(project.cwd, "statusgen.config.json"), "{}");
  await writeInput(project, second);
  const calls = await callsOf(await copied(project), args);
  const counts = {
    calls: calls.length,
    faults: 0,
    survived: 0,
    wrongEnds: [] as string[],
    tornFiles: 0,
    leftovers: 0,
  };
  const spoil = async ([index, code]: [index: number, code: string]) => {
    const copy = await copied(project);
    const fault = { FAULT_AT: String(index + 1), FAULT_CODE: code };
    const { exitCode, output } = await startFailing(copy.cwd, args, fault);
    counts.faults += 1;
    const isTold =
      output.startsWith("statusgen: ") && output.includes("help: ") && !output.includes("    at ");
    const isDone = exitCode === 0 && differences(await outputOf(copy), second.output).length === 0;
    if (isDone && args[0] === "import") counts.survived += 1;
    else if (exitCode !== 3 || !isTold)
      counts.wrongEnds.push(`${code} at ${calls[index]}: ${exitCode} ${output}`);
    counts.tornFiles += tornFiles(await outputOf(copy), copy.versions).length;
    await start(copy.cwd, copy.writing.args).done;
    counts.leftovers += differences(await outputOf(copy), second.output).length;
    await removed(copy);
  };
  await pMap(chosen(calls.length, step), spoil, { concurrency: 3 });
  await removed(project);
  return counts;
}

/** Numbers of calls with the codes to try there: all four where every call is tried, else one in turn. */
function chosen(calls: number, step: number): [index: number, code: string][] {
  const indices = [...Array(calls).keys()].filter((index) => index % step === 0);
  return indices.flatMap((index, turn) =>
    (step === 1 ? faultCodes : [faultCodes[turn % faultCodes.length] ?? "EIO"]).map(
      (code): [number, string] => [index, code],
    ),
  );
}

async function callsOf(project: Parameters<typeof removed>[0], args: readonly string[]): Promise<string[]> {
  const log = join(project.cwd, "..", `${project.cwd.split("/").at(-1)}.log`);
  await startFailing(project.cwd, args, { FAULT_LOG: log });
  await removed(project);
  return (await readFile(log, "utf8")).trimEnd().split("\n");
}

function startFailing(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const preload = new URL("injectFault.mjs", import.meta.url);
  return start(cwd, args, { nodeOptions: ["--import", preload.href], env }).done;
}

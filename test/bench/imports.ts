import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Summary, summaryOf } from "./statistics.js";

const rounds = 41;

/** Prints the CPU time of one import, in microseconds; all that it takes to measure is loaded before. */
const program = `
  const specifier = process.argv[2];
  process.cpuUsage(process.cpuUsage());
  const before = process.cpuUsage();
  await import(specifier);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String(user + system));`;

/**
 * The CPU time, user and system, that a process spends on importing each module, in microseconds over
 * that of an empty ES module. A process for each measurement; rounds over all modules, so that a
 * machine that is busy for a while is busy for all of them.
 */
export async function timeImports(
  specifiers: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, Summary>> {
  await writeFile(join(folder, "import.mjs"), program);
  await writeFile(join(folder, "empty.mjs"), "");
  const times = new Map(["./empty.mjs", ...specifiers].map((specifier) => [specifier, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [specifier, measured] of times) {
      const { stdout } = await promisify(execFile)(process.execPath, ["import.mjs", specifier], {
        cwd: folder,
      });
      measured.push(Number(stdout));
    }
  }
  const empty = summaryOf(times.get("./empty.mjs") ?? []).median;
  return new Map(
    [...times].map(([specifier, measured]) => [specifier, summaryOf(measured.map((time) => time - empty))]),
  );
}

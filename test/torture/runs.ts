import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../generator/bin/statusgen.js", import.meta.url));

/** A run of the built command line tool. */
export interface Run {
  readonly child: ChildProcess;
  readonly done: Promise<{ readonly exitCode: number | null; readonly output: string }>;
}

/** Starts the command line tool as a process of its own. */
export function start(
  cwd: string,
  args: readonly string[],
  {
    nodeOptions = [],
    env = {},
  }: { nodeOptions?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Run {
  const child = spawn(process.execPath, [...nodeOptions, bin, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const done = new Promise<{ exitCode: number | null; output: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, output });
    });
  });
  return { child, done };
}

/** Runs so many tasks, a few at a time, each lane with a project of its own; adds up what they count. */
export async function inLanes<Counts extends object>(
  runs: number,
  lane: (runs: number, lane: number) => Promise<Counts>,
): Promise<Counts> {
  const lanes = Math.min(3, runs);
  const shares = [...Array(lanes).keys()].map((index) => Math.floor((runs + index) / lanes));
  const counts = await Promise.all(shares.map(lane));
  const sum = (name: string) => counts.reduce((total, each) => total + Number(each[name as keyof Counts]), 0);
  return Object.fromEntries(Object.keys(counts[0] ?? {}).map((name) => [name, sum(name)])) as Counts;
}

import { spawnSync } from "node:child_process";
import { type Summary, summaryOf } from "./statistics.js";

/** A command whose time is taken, from starting its process to its end. */
export interface Timed {
  readonly name: string;
  /** Arguments of `node`. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Done before each time, and not counted. */
  readonly prepare?: (round: number) => void;
  /** The time is what the command prints, where not all that it does counts. */
  readonly printsTime?: boolean;
}

/** Times in milliseconds by the command's name, one for each round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Runs commands in turn, so that what else the machine does falls on all of them alike. */
export function timeInTurn(commands: readonly Timed[], rounds: number): Times {
  const times = new Map(commands.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const command of commands) {
      command.prepare?.(round);
      const from = performance.now();
      const output = runToEnd(command);
      times.get(command.name)?.push(command.printsTime ? Number(output) : performance.now() - from);
    }
  }
  return times;
}

/** Runs a command; what it prints on standard output. */
export function runToEnd({ name, args, cwd }: Timed): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(0, 2_000)}`);
  return stdout;
}

/** The most memory that a command has at a time, in MB. */
export function peakMemory(command: Timed): number {
  const report = "process.on('exit',()=>console.log('\\npeak '+process.resourceUsage().maxRSS));";
  const args = ["--import", `data:text/javascript,${encodeURIComponent(report)}`, ...command.args];
  const [, kilobytes] = /peak (\d+)\n$/.exec(runToEnd({ ...command, args })) ?? [];
  return Number(kilobytes) / 1024;
}

/** The times of one command. */
export function timesOf(times: Times, name: string): readonly number[] {
  const found = times.get(name);
  if (!found) throw new Error(`"${name}" was not measured.`);
  return found;
}

/** How many times as long one command takes as others together, round by round. */
export function ratioOf(times: Times, name: string, ...others: readonly string[]): Summary {
  return summaryOf(
    timesOf(times, name).map((time, round) => {
      return time / others.reduce((sum, other) => sum + (timesOf(times, other)[round] ?? 0), 0);
    }),
  );
}

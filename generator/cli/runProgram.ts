import { CommanderError } from "commander";
import { reportFailure } from "./reportFailure.js";
import type { Host } from "./host.js";
import { createProgram } from "./program.js";

/** Runs a command with its arguments, and sets the exit code of whatever comes of it. Never rejects. */
export async function runProgram(args: readonly string[], host: Host): Promise<void> {
  try {
    await createProgram(host).parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      host.setExitCode(error.exitCode === 0 ? 0 : 2);
    } else if (error instanceof Error && error.name === "CodeFailure") {
      const [{ failuresOf }, { reportDiagnostics }] = await Promise.all([
        import("../project/ownCode/codeFailure.js"),
        import("./reportDiagnostics.js"),
      ]);
      await reportDiagnostics({ ...failuresOf(error), sources: new Map() }, "pretty", host.terminal);
      host.setExitCode(2);
    } else {
      reportFailure(error, host.terminal);
      host.setExitCode(3);
    }
  }
}

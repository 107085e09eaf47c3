import { reportFailure } from "./reportFailure.js";
import { onFailedOutput, processTerminal } from "./terminal.js";
import { runProgram } from "./runProgram.js";

const terminal = processTerminal(process);

/** A config that is being read cannot keep the command from ending with this one. */
const exit = process.exit.bind(process);

onFailedOutput((error) => {
  // The reader has seen enough, as in `statusgen lint | head`.
  if (error.code === "EPIPE") exit();
  reportFailure(error, terminal);
  exit(3);
});

// Not awaited here: the commands are loaded from modules that share this one's file in the bundle.
void runProgram(process.argv.slice(2), {
  cwd: process.cwd(),
  terminal,
  exit,
  setExitCode: (code) => {
    process.exitCode = code;
  },
});

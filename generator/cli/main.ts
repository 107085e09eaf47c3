import { CommanderError } from "commander";
import { reportFailure } from "../report/reportFailure.js";
import { onFailedOutput, processTerminal } from "../report/terminal.js";
import { createProgram } from "./program.js";

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
createProgram(terminal, exit)
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else {
      reportFailure(error, terminal);
      process.exitCode = 3;
    }
  });

import { createProgram } from "../../../generator/cli/program.js";

/** The command line, whose output goes to a function. */
export function programWritingTo(write: (text: string) => void) {
  const terminal = {
    write,
    writeError: write,
    writeData: write,
    color: false,
    columns: undefined,
    isInteractive: false,
  };
  return createProgram({ cwd: ".", terminal, setExitCode: () => {}, exit: () => {} });
}

/** The names of all commands. */
export const commandNames = programWritingTo(() => {}).commands.map((command) => command.name());

/** What `statusgen <command> --help` prints, as a block of code. */
export async function helpOf(command: string): Promise<string> {
  let text = "";
  const program = programWritingTo((part) => (text += part));
  // Commander ends each help with an exception where it must not end the process.
  await program.parseAsync([command, "--help"], { from: "user" }).catch(() => {});
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}

import { Command, Option } from "commander";
import { version } from "../version.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import type { Level } from "../compare/change.js";
import { type DiffFormat, diffFormats, type UpdateFormat, updateFormats } from "./options.js";
import { withProgress } from "./withProgress.js";
import type { Host } from "./host.js";
import { type ImportFlags, parseRoles, parseService } from "./importFlags.js";
import { allowHttpOption, formatOption, noCacheOption, specsArgument } from "./options.js";

/**
 * The command line: every command with its arguments and options. A command's own modules are loaded when
 * it runs.
 */
export function createProgram(host: Host): Command {
  const { cwd, terminal, setExitCode } = host;
  const program = new Command("statusgen")
    .description(
      "Keep tables of status codes as YAML specs, and generate TypeScript, docs, JSON and the vendor's page from them.",
    )
    .version(version)
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.writeError,
      getOutHelpWidth: () => terminal.columns ?? 80,
      getErrHelpWidth: () => terminal.columns ?? 80,
      outputError: (message, write) => {
        write(withoutForgedLines(message));
      },
    })
    .configureHelp({ minWidthToWrap: 20 })
    .showHelpAfterError("(see --help)")
    .exitOverride();

  program
    .command("generate")
    .description("update the output folder from the specs")
    .addArgument(specsArgument())
    .addOption(new Option("--watch", "run again whenever a spec or the config changes").conflicts("dryRun"))
    .option("--dry-run", "show what would be written and removed, and write nothing")
    .addOption(noCacheOption())
    .addOption(formatOption())
    .addHelpText("after", example("generate --watch"))
    .action(
      async (
        files: string[],
        flags: { watch?: boolean; dryRun?: boolean; cache: boolean; format: Format },
        command: Command,
      ) => {
        const { watch, dryRun = false, cache, format } = flags;
        if (watch) {
          if (files.length > 0) command.error("error: option '--watch' cannot be used with specs");
          const { watchUntilEnded } = await import("./watchUntilEnded.js");
          return watchUntilEnded({ cache, format }, host);
        }
        const { reportGenerate } = await import("./reportGenerate.js");
        const { generate } = await import("../commands/generate.js");
        const result = await withProgress(terminal, "Generating", () =>
          generate({ cwd, files, dryRun, cache }),
        );
        setExitCode(result.exitCode);
        await reportGenerate(result, { format, dryRun }, terminal);
      },
    );

  program
    .command("check")
    .description("fail if page, spec and output disagree; write nothing")
    .addArgument(specsArgument())
    .addOption(noCacheOption())
    .addOption(formatOption())
    .addHelpText("after", example("check --format github"))
    .action(async (files: string[], { cache, format }: { cache: boolean; format: Format }) => {
      const [{ check }, { reportCheck }] = await Promise.all([
        import("../commands/check.js"),
        import("./reportCheck.js"),
      ]);
      const result = await withProgress(terminal, "Checking", () => check({ cwd, files, cache }));
      setExitCode(result.exitCode);
      await reportCheck(result, format, terminal);
    });

  program
    .command("verify")
    .description("compare the specs with the vendor's pages, entry by entry; write nothing")
    .option(
      "--page <place...>",
      "files, folders or https addresses of pages; without this option, compare the digest that each spec records",
    )
    .addOption(
      new Option("--online", "compare with the pages at the addresses that the specs record").conflicts(
        "page",
      ),
    )
    .addOption(allowHttpOption())
    .addOption(formatOption())
    .addHelpText("after", example("verify --page docs/status_codes.rst"))
    .action(async (flags: { page?: string[]; online?: boolean; allowHttp?: boolean; format: Format }) => {
      const { page: pages = [], online = false, allowHttp = false, format } = flags;
      const [{ verify }, { reportVerify }] = await Promise.all([
        import("../commands/verify.js"),
        import("./reportVerify.js"),
      ]);
      const result = await withProgress(terminal, "Verifying", () =>
        verify({ cwd, pages, online, allowHttp }),
      );
      setExitCode(result.exitCode);
      await reportVerify(result, format, terminal);
    });

  program
    .command("lint")
    .description("report suspicious entries in valid specs")
    .option("--fix", "fix what has only one right answer, and report the rest")
    .addOption(formatOption())
    .addHelpText("after", example("lint --format sarif > statusgen.sarif"))
    .action(async ({ fix = false, format }: { fix?: boolean; format: Format }) => {
      const [{ lint }, { reportLint }] = await Promise.all([
        import("../commands/lint.js"),
        import("./reportLint.js"),
      ]);
      const result = await withProgress(terminal, "Linting", () => lint({ cwd, fix }));
      setExitCode(result.exitCode);
      await reportLint(result, format, terminal);
    });

  program
    .command("explain")
    .description(
      "show what each service, and the IANA registry, says about a code, or find a code by its words",
    )
    .argument("<code...>", "an HTTP status code, an error code, or words of an entry")
    .addOption(
      new Option("--format <format>", "how to print the answer")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .addHelpText("after", example("explain invalid parameter"))
    .action(async (words: string[], { format }: { format: "pretty" | "json" }) => {
      const [{ explain }, { reportExplain }] = await Promise.all([
        import("../commands/explain.js"),
        import("./reportExplain.js"),
      ]);
      const code = words.join(" ");
      const result = await explain({ cwd, code });
      setExitCode(result.exitCode);
      await reportExplain(code, result, format, terminal);
    });

  program
    .command("compare")
    .description("show which services list which status codes, and where they describe one differently")
    .addHelpText("after", example("compare"))
    .action(async () => {
      const [{ compare }, { reportCompare }] = await Promise.all([
        import("../commands/compare.js"),
        import("./reportCompare.js"),
      ]);
      const result = await compare({ cwd });
      setExitCode(result.exitCode);
      await reportCompare(result, terminal);
    });

  program
    .command("import")
    .description("make specs from a vendor's pages; update an existing spec only where its page changed")
    .argument(
      "<page...>",
      "files or folders of pages (reStructuredText, Markdown, HTML, CSV), or https addresses",
    )
    .option("--out <folder>", "where to put new specs (default: the project's spec folder)")
    .addOption(
      new Option("--service <id[:name]>", "the service that the pages are about").argParser(parseService),
    )
    .addOption(
      new Option(
        "--into <spec>",
        "update this spec, whichever page it was made from; for a single page",
      ).conflicts("new"),
    )
    .option("--new", "make a new spec even if an existing one matches the page; for a single page")
    .addOption(
      new Option(
        "--columns <roles>",
        "what the columns hold, for example code,message,description",
      ).argParser(parseRoles),
    )
    .option("--lossy", "write what a spec can hold, list what is lost, and exit with 1")
    .addOption(allowHttpOption())
    .option("--stdout", "print the specs instead of writing them")
    .option("--json", "print specs and findings as JSON; write nothing")
    .addOption(formatOption())
    .addHelpText("after", example('import page.rst --service "shop:Web Shop"'))
    .action(async (pages: string[], options: ImportFlags) => {
      const { format, stdout = false, json = false, out, service, into, columns, ...flags } = options;
      const [{ importPages }, { reportImport }] = await Promise.all([
        import("../commands/importPages.js"),
        import("./reportImport.js"),
      ]);
      const given = {
        ...(out !== undefined && { out }),
        ...(service && { service }),
        ...(into !== undefined && { into }),
        ...(columns && { columns }),
      };
      const result = await withProgress(terminal, "Importing", () =>
        importPages({ cwd, pages, ...flags, ...given, write: !stdout && !json }),
      );
      await reportImport(result, { format: json ? "json" : format, stdout }, terminal);
      setExitCode(result.exitCode);
    });

  program
    .command("diff")
    .description("show what changed between two versions, and which version number comes next")
    .argument("<old>", "a spec, a page, a folder of either, or a git revision with a path (HEAD~3:spec)")
    .argument("<new>", "the version to compare it with, given in the same ways")
    .addOption(
      new Option("--format <format>", "how to print the changes").choices(diffFormats).default("pretty"),
    )
    .addOption(
      new Option(
        "--fail-on <level>",
        "exit with 1 on a change of this level or above; by default, the exit code is 0 whatever changed",
      ).choices(["breaking", "feature", "fix"]),
    )
    .addHelpText("after", example("diff main:spec spec --fail-on breaking"))
    .action(
      async (
        before: string,
        after: string,
        { format, failOn }: { format: DiffFormat; failOn?: Exclude<Level, "none"> },
      ) => {
        const [{ diff }, { reportDiff }] = await Promise.all([
          import("../commands/diff.js"),
          import("./reportDiff.js"),
        ]);
        const result = await withProgress(terminal, "Comparing", () =>
          diff({ cwd, before, after, ...(failOn && { failOn }) }),
        );
        setExitCode(result.exitCode);
        await reportDiff(result, format, terminal);
      },
    );

  program
    .command("update")
    .description(
      "take what changed on the vendor's pages into the specs, and generate: all of it, or nothing",
    )
    .argument("[service...]", "ids of services (default: all whose specs record the address of their page)")
    .option("--dry-run", "only show what would change")
    .addOption(allowHttpOption())
    .addOption(
      new Option("--format <format>", "how to print the changes; markdown is a pull request's title and text")
        .choices(updateFormats)
        .default("pretty" satisfies UpdateFormat),
    )
    .addHelpText("after", example("update --dry-run"))
    .action(
      async (services: string[], flags: { dryRun?: boolean; allowHttp?: boolean; format: UpdateFormat }) => {
        const { dryRun = false, allowHttp = false, format } = flags;
        const [{ update }, { reportUpdate }] = await Promise.all([
          import("../commands/update.js"),
          import("./reportUpdate.js"),
        ]);
        const result = await withProgress(terminal, "Updating", () =>
          update({ cwd, services, dryRun, allowHttp }),
        );
        setExitCode(result.exitCode);
        await reportUpdate(result, { format, dryRun }, terminal);
      },
    );

  program
    .command("init")
    .description("set up a project in this folder: a config, and a spec to start from; overwrite nothing")
    .addHelpText("after", example("init && npx statusgen generate"))
    .action(async () => {
      const { runInit } = await import("./runInit.js");
      await runInit(host);
    });

  return program;
}

/** A text for `addHelpText` that shows how a command is used. */
function example(line: string): string {
  return `\nExample:\n  $ npx statusgen ${line}`;
}

/** Line feeds in arguments become spaces; Commander's own are before its suggestion and at the end. */
function withoutForgedLines(message: string): string {
  return `${message.trimEnd().replaceAll(/\n(?!\(Did you mean [^\n]*\?\)$)/g, " ")}\n`;
}

import { once } from "node:events";
import { Command, CommanderError, Option } from "commander";
import { type ImportFlags, parseRoles, parseService } from "./commands/importFlags.js";
import { version } from "./commands/version.js";
import type { Level } from "./diff/change.js";
import { formats } from "./diagnostics/formatDiagnostics.js";
import type { Format } from "./diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "./diagnostics/hiddenCharacters.js";
import { type DiffFormat, diffFormats } from "./report/diffFormats.js";
import { reportFailure } from "./report/reportFailure.js";
import { onFailedOutput, processTerminal } from "./report/terminal.js";
import { withProgress } from "./report/withProgress.js";

const terminal = processTerminal(process);

/** A config that is being read cannot keep the command from ending with this one. */
const exit = process.exit.bind(process);

onFailedOutput((error) => {
  // The reader has seen enough, as in `statusgen lint | head`.
  if (error.code === "EPIPE") exit();
  reportFailure(error, terminal);
  exit(3);
});

const program = new Command("statusgen")
  .description(
    "Keeps status-code tables as YAML specs, and generates TypeScript, docs, JSON and the vendor's page from them.",
  )
  .version(version)
  .configureOutput({
    writeOut: terminal.write,
    writeErr: terminal.writeError,
    outputError: (message, write) => {
      write(withoutForgedLines(message));
    },
  })
  .showHelpAfterError("(see --help)")
  .exitOverride();

const formatOption = () =>
  new Option("--format <format>", "how findings are printed")
    .choices(formats)
    .default("pretty" satisfies Format);

const noCacheText = "look at everything again, whatever earlier runs found";

const allowHttpText = "fetch pages by http, where someone on the way can alter them";

program
  .command("generate")
  .description("bring the output folder in step with the specs")
  .addOption(new Option("--watch", "run again whenever a spec or the config changes").conflicts("dryRun"))
  .option("--dry-run", "only say what would be written and removed")
  .option("--no-cache", noCacheText)
  .addOption(formatOption())
  .addHelpText("after", example("statusgen generate --watch"))
  .action(async (flags: { watch?: boolean; dryRun?: boolean; cache: boolean; format: Format }) => {
    const { watch, dryRun = false, cache, format } = flags;
    if (watch) return watchUntilEnded(cache, format);
    const { reportGenerate } = await import("./report/reportGenerate.js");
    const { generate } = await import("./commands/generate.js");
    const result = await withProgress(terminal, "Generating", () => generate({ dryRun, cache }));
    process.exitCode = result.exitCode;
    await reportGenerate(result, { format, dryRun }, terminal);
  });

program
  .command("check")
  .description("fail where page, spec and output disagree; write nothing")
  .option("--no-cache", noCacheText)
  .addOption(formatOption())
  .addHelpText("after", example("statusgen check --format github"))
  .action(async ({ cache, format }: { cache: boolean; format: Format }) => {
    const [{ check }, { reportCheck }] = await Promise.all([
      import("./commands/check.js"),
      import("./report/reportCheck.js"),
    ]);
    const result = await withProgress(terminal, "Checking", () => check({ cache }));
    process.exitCode = result.exitCode;
    await reportCheck(result, format, terminal);
  });

program
  .command("verify")
  .description("compare the specs with the vendor's pages, entry by entry; write nothing")
  .option(
    "--page <place...>",
    "files, folders or URLs of pages; without any, each spec is proven by the digest that it records",
  )
  .option("--allow-http", allowHttpText)
  .addOption(formatOption())
  .addHelpText("after", example("statusgen verify --page docs/status_codes.rst"))
  .action(async (flags: { page?: string[]; allowHttp?: boolean; format: Format }) => {
    const { page: pages = [], allowHttp = false, format } = flags;
    const [{ verify }, { reportVerify }] = await Promise.all([
      import("./commands/verify.js"),
      import("./report/reportVerify.js"),
    ]);
    const result = await withProgress(terminal, "Verifying", () => verify({ pages, allowHttp }));
    process.exitCode = result.exitCode;
    await reportVerify(result, format, terminal);
  });

program
  .command("lint")
  .description("look for what is odd in valid specs")
  .addOption(formatOption())
  .addHelpText("after", example("statusgen lint --format sarif > statusgen.sarif"))
  .action(async ({ format }: { format: Format }) => {
    const [{ lint }, { reportLint }] = await Promise.all([
      import("./commands/lint.js"),
      import("./report/reportLint.js"),
    ]);
    const result = await withProgress(terminal, "Linting", () => lint());
    process.exitCode = result.exitCode;
    await reportLint(result, format, terminal);
  });

program
  .command("explain")
  .description("show what every service, and the IANA registry, says of a code")
  .argument("<code>", "an HTTP status code or an error code")
  .addOption(
    new Option("--format <format>", "how the answer is printed")
      .choices(["pretty", "json"])
      .default("pretty"),
  )
  .addHelpText("after", example("statusgen explain 404"))
  .action(async (code: string, { format }: { format: "pretty" | "json" }) => {
    const [{ explain }, { reportExplain }] = await Promise.all([
      import("./commands/explain.js"),
      import("./report/reportExplain.js"),
    ]);
    const result = await explain({ code });
    process.exitCode = result.exitCode;
    await reportExplain(code, result, format, terminal);
  });

program
  .command("import")
  .description("make specs of a vendor's pages; over an existing spec, change only what the page changed")
  .argument("<page...>", "files or folders of reStructuredText, or web addresses")
  .option("--out <folder>", "where new specs go (default: the project's spec folder)")
  .addOption(
    new Option("--service <id:name>", "whose codes the page lists; for a single page").argParser(
      parseService,
    ),
  )
  .addOption(
    new Option(
      "--into <spec>",
      "update this spec, whatever page it was made of; for a single page",
    ).conflicts("new"),
  )
  .option("--new", "make a new spec, even if one fits the page; for a single page")
  .addOption(
    new Option("--columns <roles>", "what the columns hold, such as code,message,description").argParser(
      parseRoles,
    ),
  )
  .option("--lossy", "write what can be said of a page, list what is lost, and exit with 1")
  .option("--allow-http", allowHttpText)
  .option("--stdout", "print the specs instead of writing them")
  .option("--json", "print specs and findings as JSON; write nothing")
  .addOption(formatOption())
  .addHelpText("after", example('statusgen import status_codes.rst --service "apig:API Gateway"'))
  .action(async (pages: string[], options: ImportFlags) => {
    const { format, stdout = false, json = false, out, service, into, columns, ...flags } = options;
    const [{ importPages }, { reportImport }] = await Promise.all([
      import("./commands/importPages.js"),
      import("./report/reportImport.js"),
    ]);
    const given = {
      ...(out !== undefined && { out }),
      ...(service && { service }),
      ...(into !== undefined && { into }),
      ...(columns && { columns }),
    };
    const result = await withProgress(terminal, "Importing", () =>
      importPages({ pages, ...flags, ...given, write: !stdout && !json }),
    );
    await reportImport(result, { format: json ? "json" : format, stdout }, terminal);
    process.exitCode = result.exitCode;
  });

program
  .command("diff")
  .description("say what is another between two states, and what it means for the next version")
  .argument("<old>", "a spec, a page, a folder of either, or a git revision with a path (HEAD~3:spec)")
  .argument("<new>", "the same; with single files one is compared with the other, whatever they are called")
  .addOption(
    new Option("--format <format>", "how the changes are printed").choices(diffFormats).default("pretty"),
  )
  .addOption(
    new Option("--fail-on <level>", "exit with 1 on a change of this level or a greater one").choices([
      "breaking",
      "feature",
      "fix",
    ]),
  )
  .addHelpText("after", "\nWithout --fail-on the exit code is 0, whatever has changed.")
  .addHelpText("after", example("statusgen diff main:spec spec --fail-on breaking"))
  .action(
    async (
      before: string,
      after: string,
      { format, failOn }: { format: DiffFormat; failOn?: Exclude<Level, "none"> },
    ) => {
      const [{ diff }, { reportDiff }] = await Promise.all([
        import("./commands/diff.js"),
        import("./report/reportDiff.js"),
      ]);
      const result = await withProgress(terminal, "Comparing", () =>
        diff({ before, after, ...(failOn && { failOn }) }),
      );
      process.exitCode = result.exitCode;
      await reportDiff(result, format, terminal);
    },
  );

program
  .command("init")
  .description("write a starter spec and config into this folder; overwrite nothing")
  .addHelpText("after", example("statusgen init && npx statusgen generate"))
  .action(async () => {
    const { init } = await import("./commands/init.js");
    const { exitCode, written, kept } = await init();
    for (const file of written) terminal.write(`wrote ${showOnOneLine(file)}\n`);
    for (const file of kept) terminal.write(`${showOnOneLine(file)} is there already; left alone\n`);
    if (exitCode === 0) terminal.write("Now run: npx statusgen generate\n");
    process.exitCode = exitCode;
  });

// Not awaited here: the commands are loaded from modules that share this one's file in the bundle.
program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    reportFailure(error, terminal);
    process.exitCode = 3;
  }
});

/** Ends only once a run that is under way has finished: `npx` may pass on a signal that came already. */
async function watchUntilEnded(cache: boolean, format: Format): Promise<void> {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      ending.abort();
    });
  }
  const [{ watch }, { reportGenerate }] = await Promise.all([
    import("./commands/watch.js"),
    import("./report/reportGenerate.js"),
  ]);
  const stop = await watch({
    cache,
    onRun: (result) => reportGenerate(result, { format, dryRun: false }, terminal),
    onFailure: (error) => {
      reportFailure(error, terminal);
    },
  });
  if (!ending.signal.aborted) {
    if (format === "pretty") terminal.write("Watching for changes; Ctrl+C ends it.\n");
    await once(ending.signal, "abort");
  }
  await stop();
  // Node gives up its handlers before it ends by itself; one more signal would then have the last word.
  exit();
}

/** Line feeds of what was typed become spaces; Commander's own are before its suggestion and at the end. */
function withoutForgedLines(message: string): string {
  return `${message.trimEnd().replaceAll(/\n(?!\(Did you mean [^\n]*\?\)$)/g, " ")}\n`;
}

function example(command: string): string {
  return `\nExample:\n  $ npx ${command}`;
}

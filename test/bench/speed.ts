/*
 * Measures the generator: against the least that Node, yaml, ts-morph and Prettier take, and beside others
 * that make enums of data. Writes test/bench/speed.md and speed.svg:
 *
 *     npm run bench -- [--rounds 9] [--most 10000]
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import {
  cloudSpecs,
  specsOf3000,
  type Specs,
  withDigests,
  withOneRowEdited,
  withWarnings,
  writeSpecs,
} from "./madeCloud.js";
import { madeServices, specOf, writeMadeProject } from "./madeSpecs.js";
import { plot } from "./plot.js";
import { type Measured, speedReport } from "./speedReport.js";
import { peakMemory, runToEnd, type Timed, timeInTurn, type Times } from "./timing.js";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, most: { type: "string", default: "10000" } },
});
const rounds = Number(values.rounds);
const most = Number(values.most);

const here = import.meta.dirname;
const root = join(here, "../..");
const command = join(root, "generator/bin/statusgen.js");
const folder = mkdtempSync(join(tmpdir(), "statusgen-bench-"));
let colds = 0;

const evaluated = (name: string, code: string): Timed => ({
  name,
  args: ["--input-type=module", "-e", code],
  cwd: here,
});
const node: Timed = { name: "node -e 0", args: ["-e", "0"], cwd: here };
const yaml = evaluated("node + yaml", "import 'yaml'");
const tsMorphAndPrettier = evaluated("ts-morph + prettier", "import 'ts-morph'; import 'prettier'");
const statusgen = (name: string, cwd: string, ...args: string[]): Timed => ({
  name,
  args: [command, ...args],
  cwd,
});

/** A project of so many specs, whose output is up to date and remembered. */
function project(count: number): string {
  const cwd = join(folder, `${count}-${colds++}`);
  mkdirSync(join(cwd, "node_modules"), { recursive: true });
  writeMadeProject(cwd, count);
  runToEnd(statusgen("generate", cwd, "generate"));
  // What has been left alone for two seconds is told by its stamp.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_100);
  runToEnd(statusgen("generate", cwd, "generate"));
  return cwd;
}

/** A run in a project that nothing was generated in before, nor remembered. */
function cold(name: string, count: number): Timed {
  const cwd = join(folder, `cold-${count}-${colds++}`);
  writeMadeProject(cwd, count);
  const prepare = (round: number) => {
    // Removing thousands of files would slow the disk for what is timed next.
    for (const made of ["generated", "node_modules"])
      if (existsSync(join(cwd, made)))
        renameSync(join(cwd, made), join(folder, `${made}-${colds++}-${round}`));
    mkdirSync(join(cwd, "node_modules"));
  };
  return { ...statusgen(name, cwd, "generate"), prepare };
}

/** A run after one spec was edited. */
function oneChanged(name: string, cwd: string): Timed {
  const [service] = madeServices(1);
  if (!service) throw new Error("There is no service.");
  const prepare = (round: number) => {
    const text = specOf(service).replace("description: ", `description: In round ${round}, `);
    writeFileSync(join(cwd, "spec", `${service.id}.yaml`), text);
  };
  return { ...statusgen(name, cwd, "generate"), prepare };
}

/** Runs over the specs of a project that people have: cold, after an edit, and with nothing to do. */
function peoples(name: string, specs: Specs): Timed[] {
  const plain = join(folder, `plain-${name}`);
  writeSpecs(plain, specs);
  runToEnd(statusgen("generate", plain, "generate"));
  const proven = withDigests(specs, join(plain, "generated/pages"));
  const [cwd, edited, coldly] = ["done", "edited", "cold"].map((state) => join(folder, `${state}-${name}`));
  for (const project of [cwd, edited, coldly]) {
    mkdirSync(join(project ?? "", "node_modules"), { recursive: true });
    writeSpecs(project ?? "", project === edited ? specs : proven);
  }
  for (const project of [cwd, edited]) runToEnd(statusgen("generate", project ?? "", "generate"));
  const forget = () => {
    for (const made of ["generated", "node_modules/.cache"])
      rmSync(join(coldly ?? "", made), { recursive: true, force: true });
  };
  const edit = (round: number) => {
    writeSpecs(edited ?? "", withOneRowEdited(specs, round));
  };
  return [
    { ...statusgen(`${name}, cold`, coldly ?? "", "generate"), prepare: forget },
    { ...statusgen(`${name}, one row edited`, edited ?? "", "generate"), prepare: edit },
    statusgen(`${name}, nothing changed`, cwd ?? "", "generate"),
  ];
}

function peers(count: number): Timed[] {
  const data = join(folder, `data-${count}.json`);
  const out = join(folder, `peers-${count}`);
  writeFileSync(data, JSON.stringify(madeServices(count)));
  mkdirSync(out);
  const scripts = {
    "openapi-typescript": "openapiTypescript",
    "hey-api": "heyApi",
    "json-schema-to-typescript": "jsonSchemaToTypescript",
    quicktype: "quicktype",
    "http-status-codes' way": "tsMorphScript",
  };
  return Object.entries(scripts).map(([name, script]) => ({
    name: `${name}, ${count}`,
    args: [join(here, "peers", `${script}.mjs`), data, out],
    cwd: here,
  }));
}

/** What a script prints, as the times of a command. */
function printed(name: string, args: readonly string[]): [string, number[]] {
  return [name, [JSON.parse(runToEnd({ name, args, cwd: root })) as number | number[]].flat()];
}

const merged = (...all: readonly Times[]): Times => new Map(all.flatMap((times) => [...times]));

try {
  const two = project(2);
  const small = timeInTurn(
    [
      node,
      yaml,
      tsMorphAndPrettier,
      statusgen("--help", two, "--help"),
      statusgen("explain, 2", two, "explain", "404"),
      statusgen("generate, nothing changed, 2", two, "generate"),
      statusgen("check, nothing changed, 2", two, "check"),
      cold("cold, 2", 2),
      ...peers(2),
    ],
    rounds,
  );
  const thousand = project(1_000);
  const middle = timeInTurn(
    [
      { ...yaml, name: "node + yaml, beside 1,000" },
      statusgen("generate, nothing changed, 1000", thousand, "generate"),
      statusgen("check, nothing changed, 1000", thousand, "check"),
      cold("cold, 2, beside 1,000", 2),
      oneChanged("one of 1000 changed", project(1_000)),
      cold("cold, 1000", 1_000),
      {
        name: "bare loop, 1000",
        args: [join(here, "peers/bareLoop.mjs"), join(thousand, "generated")],
        cwd: here,
        printsTime: true,
      },
      ...peers(1_000),
    ],
    rounds,
  );
  const many = project(most);
  const large = timeInTurn(
    [
      { ...yaml, name: "node + yaml, beside most" },
      statusgen("generate, nothing changed, most", many, "generate"),
      statusgen("check, nothing changed, most", many, "check"),
    ],
    rounds,
  );
  const growth = timeInTurn([cold("cold, 1000, beside most", 1_000), cold("cold, most", most)], rounds);
  const watched = new Map([
    printed("watch, 2", [
      join(here, "peers/watched.mjs"),
      two,
      join(two, "spec/service-0.yaml"),
      String(rounds),
    ]),
  ]);
  const scenarios = timeInTurn(
    [
      ...peoples("a cloud", cloudSpecs()),
      ...peoples("a cloud with seven warnings", withWarnings(cloudSpecs())),
      ...peoples("3,000 codes", specsOf3000(1)),
      ...peoples("3,000 codes in 20 files", specsOf3000(20)),
    ],
    rounds,
  );
  const quarter = project(250);
  const [few, entries] = [139, 556].map(twoCatalogues);
  const commands = timeInTurn(
    [
      statusgen("import, 250", quarter, "import", "generated/pages", "--json"),
      statusgen("import, 1000", thousand, "import", "generated/pages", "--json"),
      statusgen("diff, 139", folder, "diff", ...(few ?? [])),
      statusgen("diff, 556", folder, "diff", ...(entries ?? [])),
    ],
    rounds,
  );
  const memory = {
    cold: peakMemory(prepared(cold("cold, most", most))),
    unchanged: peakMemory(statusgen("nothing changed, most", many, "generate")),
  };
  const measured: Measured = {
    times: merged(small, middle, large, growth, watched, scenarios, commands),
    memory,
    pageBytes: bytesIn(join(thousand, "generated/pages")),
    most,
    rounds,
  };
  const report = speedReport(measured);
  console.log(report);
  writeFileSync(
    join(here, "speed.md"),
    await format(report, { ...(await resolveConfig(join(here, "speed.md"))), parser: "markdown" }),
  );
  writeFileSync(join(here, "speed.svg"), await plot(measured));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Two catalogues of so many services, one of which describes every other code differently. */
function twoCatalogues(count: number): [string, string] {
  const before = join(folder, `diff-${count}-before`);
  const after = join(folder, `diff-${count}-after`);
  writeMadeProject(before, count);
  mkdirSync(join(after, "spec"), { recursive: true });
  for (const service of madeServices(count)) {
    let number = 0;
    const text = specOf(service).replaceAll(/description: (?=\w)/g, (key) =>
      number++ % 2 ? key : `${key}Now, `,
    );
    writeFileSync(join(after, "spec", `${service.id}.yaml`), text);
  }
  return [join(before, "spec"), join(after, "spec")];
}

function bytesIn(path: string): number {
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

function prepared(timed: Timed): Timed {
  timed.prepare?.(0);
  return timed;
}

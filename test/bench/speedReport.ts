import { cpus } from "node:os";
import { type Summary, showSummary, summaryOf } from "./statistics.js";
import { ratioOf, type Times, timesOf } from "./timing.js";

/** What a run of the benchmark measured. */
export interface Measured {
  readonly times: Times;
  /** In MB. */
  readonly memory: { readonly cold: number; readonly unchanged: number };
  /** How many services the largest project has. */
  readonly most: number;
  /** How large the pages of 1,000 services are. */
  readonly pageBytes: number;
  readonly rounds: number;
}

export function medianOf(times: Times, name: string): number {
  return summaryOf(timesOf(times, name)).median;
}

/** What the others do not do, of what a cold run here does. */
const leftOut: Readonly<Record<string, string>> = {
  "openapi-typescript": "one file of enums and types; no lookups, docs, data, checks; not formatted",
  "hey-api": "one file of enums and types; no lookups, docs, data, checks; not formatted",
  "json-schema-to-typescript": "one file of enums, no descriptions; not formatted",
  quicktype: "one file of unions of texts, no codes, no descriptions",
  "http-status-codes' way": "two files of enums a service; no docs, data, checks; formatted by ts-morph only",
};

/** The report, as Markdown. */
export function speedReport(measured: Measured): string {
  const { times, memory, most, rounds } = measured;
  const ratio = (name: string, ...others: string[]) => ratioOf(times, name, ...others);
  const growth = scaled(ratio("cold, most", "cold, 1000, beside most"), 10_000 / most);
  const figures: readonly Figure[] = [
    ...(["generate", "check"] as const).flatMap((name) => [
      figure(
        `${name}, nothing changed, 2 specs ÷ (node + yaml)`,
        ratio(`${name}, nothing changed, 2`, "node + yaml"),
        1,
        "its own code takes as long to load as yaml, and it reads the specs, the memory and the output",
      ),
      figure(
        `${name}, nothing changed, 1,000 specs ÷ (node + yaml)`,
        ratio(`${name}, nothing changed, 1000`, "node + yaml, beside 1,000"),
        1.8,
        "every spec is looked at, and five files and two folders of each",
      ),
      figure(
        `${name}, nothing changed, ${most.toLocaleString("en")} specs ÷ (node + yaml)`,
        ratio(`${name}, nothing changed, most`, "node + yaml, beside most"),
        6.5,
        "every spec is looked at, and five files and two folders of each",
      ),
    ]),
    figure(
      "cold, 2 specs ÷ import of ts-morph and Prettier",
      ratio("cold, 2", "ts-morph + prettier"),
      1.2,
      "the specs are read, checked and made",
    ),
    figure(
      "one of 1,000 specs changed ÷ (cold, 2 + nothing changed, 1,000)",
      ratio("one of 1000 changed", "cold, 2, beside 1,000", "generate, nothing changed, 1000"),
      1.2,
      "the comparison of all services is made and written again",
    ),
    figure(
      "cold, 1,000 specs, everything ÷ bare loop of ts-morph and Prettier over the same TypeScript",
      ratio("cold, 1000", "bare loop, 1000"),
      0.6,
      "docs, data and pages are made beside the TypeScript",
    ),
    figure(
      `cold, ${most.toLocaleString("en")} specs ÷ cold, 1,000 specs, for ten times as many`,
      growth,
      10,
      "files are made in larger folders",
    ),
    figure(
      "--help ÷ node -e 0",
      ratio("--help", "node -e 0"),
      1.3,
      "the parser of the command line is loaded",
    ),
    figure(
      "explain, 2 specs ÷ (node + yaml)",
      ratio("explain, 2", "node + yaml"),
      1.5,
      "the spec language and the rules are loaded, and every spec is checked: it remembers nothing",
    ),
    milliseconds(
      "watch, from saving a spec to the last file written",
      summaryOf(timesOf(times, "watch, 2")),
      100,
      "the files about all services are made again",
    ),
    megabytes(
      `peak memory, cold, ${most.toLocaleString("en")} specs`,
      memory.cold,
      400,
      "every spec's files are remembered by their digests",
    ),
    megabytes(
      `peak memory, nothing changed, ${most.toLocaleString("en")} specs`,
      memory.unchanged,
      150,
      "every spec's files are remembered by their digests",
    ),
  ];
  const peers = Object.entries(leftOut).map(([name, missing]) => [
    name,
    ...[2, 1_000].map((count) => shownTime(times, `${name}, ${count}`)),
    missing,
  ]);
  return `# Speed

Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${process.platform}. Medians of ${rounds} rounds with quartiles in
brackets, all commands in turn within a round; made by \`npm run bench\`. Each made service has 18 status
codes. Ratios hold across machines better than times do.

${table(
  ["Figure", "Measured", "To reach", ""],
  figures.map(({ scenario, value, shown, most: limit, why }) => [
    scenario,
    shown,
    `≤ ${limit}`,
    value <= limit ? "reached" : `not reached: ${why}`,
  ]),
)}

Whole commands, in milliseconds, beside others that make enums of the same data:

${table(
  ["Command", "2 services", "1,000 services", "What it leaves out"],
  [
    ["statusgen, cold", shownTime(times, "cold, 2"), shownTime(times, "cold, 1000"), "–"],
    ["statusgen, one spec changed", "", shownTime(times, "one of 1000 changed"), "–"],
    [
      "statusgen, nothing changed",
      shownTime(times, "generate, nothing changed, 2"),
      shownTime(times, "generate, nothing changed, 1000"),
      "–",
    ],
    ...peers,
  ],
)}

Projects that people have, in milliseconds: a cloud of 57 pages with 5,000 rows, and one service of 3,000 codes, in one file or in 20:

${table(
  ["Project", "Cold", "One row edited", "Nothing changed"],
  ["a cloud", "a cloud with seven warnings", "3,000 codes", "3,000 codes in 20 files"].map((name) => [
    name,
    ...["cold", "one row edited", "nothing changed"].map((state) => shownTime(times, `${name}, ${state}`)),
  ]),
)}

${importAndDiff(measured)}

![Seconds by generator](speed.svg)
`;
}

interface Figure {
  readonly scenario: string;
  readonly value: number;
  readonly shown: string;
  /** What the value is to reach at most. */
  readonly most: number;
  /** What takes the rest, if it does not. */
  readonly why: string;
}

function figure(scenario: string, summary: Summary, most: number, why: string): Figure {
  return { scenario, value: Number(summary.median.toFixed(2)), shown: showSummary(summary, 2), most, why };
}

function scaled({ median, lowerQuartile, upperQuartile }: Summary, by: number): Summary {
  return { median: median * by, lowerQuartile: lowerQuartile * by, upperQuartile: upperQuartile * by };
}

/** Both are linear: what is added costs no more than what was there. */
function importAndDiff({ times, pageBytes }: Measured): string {
  const [fewPages, pages, fewEntries, entries] = [
    "import, 250",
    "import, 1000",
    "diff, 139",
    "diff, 556",
  ].map((name) => medianOf(times, name)) as [number, number, number, number];
  return `Importing 250 pages takes ${fewPages.toFixed(0)} ms, 1,000 pages ${pages.toFixed(0)} ms: ${(pages / 1_000).toFixed(2)} ms a page, ${(pageBytes / 1e3 / pages).toFixed(2)} MB/s;
each page more takes ${((pages - fewPages) / 750).toFixed(2)} ms. Comparing two catalogues of 2,502 entries takes ${fewEntries.toFixed(0)} ms, of 10,008 entries
${entries.toFixed(0)} ms; each entry more takes ${((entries - fewEntries) / 7.506).toFixed(0)} µs.`;
}

function milliseconds(scenario: string, summary: Summary, most: number, why: string): Figure {
  const shown = showSummary(summary, 0);
  return { scenario: `${scenario}, in ms`, value: summary.median, shown, most, why };
}

function megabytes(scenario: string, value: number, most: number, why: string): Figure {
  return { scenario: `${scenario}, in MB`, value, shown: value.toFixed(0), most, why };
}

function shownTime(times: Times, name: string): string {
  return showSummary(summaryOf(timesOf(times, name)), 0);
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(headers), line(headers.map(() => "---")), ...rows.map(line)].join("\n");
}

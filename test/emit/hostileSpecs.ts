import fc from "fast-check";
import { stringify } from "yaml";
import type { Catalogue } from "../../generator/catalogue/catalogue.js";
import { catalogueOf } from "./emittedTree.js";

/** Pieces of text that mean something in one of the languages that texts are written to. */
const hostilePieces = [
  ...Array.from("*/|<>`'\"\\_-=.:#@{}[]()~!&$^+;,%"),
  ...Array.from(
    "\n\t\r \u00a0\u00ad\u0000\u0007\u000b\u000c\u0085\u200b\u200d\u2028\u2029\u202e\u2066\ufeff\uffff",
  ),
  ...["\ud800", "\udc00", "😀", "👩‍👩‍👧", "e\u0301", "漢字", "❤️", "\u{e0041}", "ß", "é"],
  ...[
    "*/",
    "/*",
    "//",
    "-->",
    "--!>",
    "<!--",
    "${1}",
    "`${x}`",
    "</script>",
    "<br>",
    "<b>x</b>",
    "&amp;",
    "&#64;",
  ],
  ...[
    "@deprecated",
    "@see {@link x}",
    "{@link",
    "\n\n",
    "\n- ",
    "\n1. ",
    "\n> ",
    "\n```\n",
    "\n# ",
    "\n---\n",
    "\n===\n",
  ],
  ...[
    "- ",
    "* ",
    "+ ",
    "1. ",
    "3) ",
    "(a) ",
    "#. ",
    "i. ",
    ".. ",
    ".. note::",
    "::",
    ":a: ",
    ":ref:`x`",
    "__ ",
    ">>> ",
    "| ",
  ],
  ...[
    "**bold**",
    "*emphasis*",
    "`code`",
    "``a`b``",
    "[link](https://a.b/c_d)",
    "[x]_",
    "x_",
    "x__",
    "|x|",
    "_`x`",
    "+---+",
  ],
  ...[
    "http://a.b/c_",
    "a@b.c",
    "    indented",
    "-a",
    "--all",
    "/V",
    "a\\",
    "\\",
    "\\n",
    "__proto__",
    "constructor",
    "{table}",
  ],
  ...["word", "Two words", "A sentence.", "200 OK", "0", "a"],
] as const;

/** A text that tries to be something else. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...hostilePieces) },
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(""))
  .filter((text) => /\S/.test(text));

const deviation = fc.record({
  original: hostileText.map((text) => `${text} (as it was)`),
  reason: hostileText,
});
const header = hostileText.map((text) => `${text} (other)`);

/** A version or a date: of what else there is, nothing gets as far as an emitter. */
const retired = fc.constantFrom("1.2", "v3", "2.0.0-beta.1", "2024", "2024-11-06");

const statusEntry = fc.record(
  {
    code: fc.integer({ min: 100, max: 599 }).map(String),
    message: hostileText,
    description: hostileText,
    other: hostileText,
    retired,
    deviation,
  },
  { requiredKeys: ["code", "description"] },
);

const errorEntry = fc.record(
  {
    code: fc.oneof(hostileText, fc.constantFrom("__proto__", "constructor", "0", "111500032", "APIG.2000")),
    // Digits would make it no status, which gets no further.
    status: hostileText.map((text) => `404 ${text.replaceAll(/[0-9]/g, "")}`),
    module: hostileText,
    message: hostileText,
    description: hostileText,
    solution: hostileText,
    retired,
  },
  { requiredKeys: ["code"] },
);

/** What is above a table; its label is its own, as two of one name would be a mistake. */
const tableHead = (label: string) =>
  fc.record(
    { label: hostileText.map((text) => `${label} ${text}`), title: hostileText, lead: hostileText },
    { requiredKeys: [] },
  );

const statusTable = fc
  .record({
    head: tableHead("A"),
    header,
    entries: fc.uniqueArray(statusEntry, { minLength: 1, maxLength: 5, selector: ({ code }) => code }),
  })
  .map(({ head, header, entries }) => ({
    kind: "status-codes",
    ...head,
    columns: [{ code: "Code" }, { message: "Message" }, { description: "Description" }, { other: header }],
    entries: entries.map(({ deviation, other, ...entry }) => ({
      ...entry,
      // Messages of signs only make no name, and two alike would clash.
      name: `Status${entry.code}`,
      ...(other !== undefined && { other: { [header]: other } }),
      ...(deviation && { deviations: { description: deviation } }),
    })),
  }));

const errorTable = fc
  .record({ head: tableHead("B"), entries: fc.array(errorEntry, { minLength: 1, maxLength: 5 }) })
  .map(({ head, entries }) => ({
    kind: "error-codes",
    ...head,
    columns: ["code", "status", "module", "message", "description", "solution"].map((role) => ({
      [role]: `The ${role}`,
    })),
    entries: entries.map((entry, index) => ({
      ...entry,
      // The same code may be in several places, each under a module of its own.
      module: `${entry.module ?? ""} ${index}`,
      name: `Error${entries.findIndex(({ code }) => code === entry.code)}`,
    })),
  }));

const spec = fc.record({
  service: fc.record({
    id: fc.constant("hostile"),
    name: hostileText,
    prefix: fc.constantFrom("Hostile", "DNSZone", "A"),
  }),
  page: fc.record({ id: fc.constantFrom("page-1", "ErrorCode", "a.b_c"), title: hostileText }),
  tables: fc.oneof(fc.tuple(statusTable), fc.tuple(errorTable), fc.tuple(statusTable, errorTable)),
});

/** A spec with hostile texts, as YAML. */
export const hostileSpec: fc.Arbitrary<string> = spec.map((data) =>
  stringify(data, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 }),
);

/** The catalogue of a spec with hostile texts, read from YAML as every spec is. */
export const hostileCatalogue: fc.Arbitrary<Catalogue> = hostileSpec.map((text) =>
  catalogueOf([{ file: "spec/hostile.yaml", text }]),
);

/**
 * How often a property is tried. The seed is fixed, so that a run fails for what was changed and not
 * by chance; `FUZZ_SEED=2 npx vitest run test/emit` looks elsewhere. `FUZZ_RUNS` says how often at most,
 * where the same tests run hundreds of times.
 */
export function tried(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const most = Number(process.env["FUZZ_RUNS"] ?? numRuns);
  return { numRuns: Math.min(numRuns, most), seed: Number(process.env["FUZZ_SEED"] ?? 1) };
}

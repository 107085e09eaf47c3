import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { hasError } from "../../generator/diagnostics/diagnostic.js";
import { importPage } from "../../generator/page/importPage.js";
import { rules } from "../../generator/rules/registry.js";
import { mergeSpec } from "../../generator/spec/mergeSpec.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import { askDocutils, hasDocutils } from "../docutils/askDocutils.js";
import { differences } from "../docutils/comparePage.js";
import { importedPage } from "../docutils/importedPage.js";
import { type HostilePage, hostilePages } from "./hostilePages.js";

const pages = hostilePages();

/** Pages that docutils reads in a way that cannot be compared: it gives footnotes no text, and knows no such directive. */
const notCompared = new Set(["a header with a footnote", "a table in a directive that nobody knows"]);

describe("a page that tries to make import lose text", () => {
  for (const kind of new Set(pages.map((page) => page.kind))) {
    it(`is refused, or all of it is in the rows that it belongs to: ${kind}`, () => {
      const faults = pages.filter((page) => page.kind === kind).flatMap(faultsOf);
      expect(faults.join("\n")).toBe("");
    });
  }

  it("says what docutils reads, or is refused", (context) => {
    context.skip(!hasDocutils, "No Python with docutils is installed (Debian: python3-docutils).");
    // docutils itself fails on some of the pages that import refuses.
    const imported = pages.flatMap(({ kind, name, text }) => {
      const page = importedPage(text);
      return page.kind === "imported" && !notCompared.has(name)
        ? [{ kind, name, text, tables: page.tables }]
        : [];
    });
    const readings = askDocutils(imported.map(({ text }) => text));
    const faults = imported.flatMap(({ kind, name, tables }, index) => {
      const read = readings[index];
      return read ? differences(tables, read).map((difference) => `${kind}, ${name}: ${difference}`) : [];
    });
    expect(faults.join("\n")).toBe("");
  });
});

interface Outcome {
  /** The spec as it is written; absent where the page is refused. */
  readonly yaml?: string;
  readonly warnings: readonly string[];
  readonly hasReason: boolean;
}

function faultsOf(page: HostilePage): string[] {
  const first = outcomeOf(page.text);
  const faults = [...wrongOutcome(page, first), ...lostTexts(page.text, first)];
  if (page.then !== undefined && first.yaml !== undefined)
    faults.push(...lostTexts(page.then, outcomeOf(page.then, first.yaml), page.text));
  return faults.map((fault) => `${page.kind}, ${page.name}: ${fault}`);
}

function outcomeOf(text: string, existing?: string): Outcome {
  const { spec, findings } = importPage(text, { service: { id: "a", name: "A" }, fileName: "a" });
  const errors = findings.filter(
    ({ rule, line }) => line > 0 && rules.find(({ id }) => id === rule)?.severity === "error",
  );
  const warnings = findings.map(({ message }) => message);
  if (!spec) return { warnings, hasReason: errors.length > 0 };
  const yaml =
    existing === undefined ? writeSpec(spec, "schema.json") : mergeSpec(existing, spec, "2026-01-01").text;
  // A spec that breaks a rule is not written.
  const isValid = !hasError(loadCatalogue([{ file: "spec.yaml", text: yaml }]).diagnostics);
  return { warnings, hasReason: !isValid, ...(isValid && { yaml }) };
}

function wrongOutcome({ outcome }: HostilePage, { yaml, hasReason, warnings }: Outcome): string[] {
  if (yaml === undefined && !hasReason) return ["refused without a reason"];
  const became = yaml === undefined ? "refused" : "read";
  return outcome === undefined || outcome === became ? [] : [`${became}: ${warnings.join(" ")}`];
}

/** The words of a page that its spec does not have where they belong; `before` has rows that may be retired. */
function lostTexts(text: string, { yaml, warnings }: Outcome, before = ""): string[] {
  if (yaml === undefined) return [];
  const { tables } = parse(yaml) as { tables: { entries: unknown[] }[] };
  const entries = tables.flatMap((table) => table.entries.map((entry) => textsOf(entry).flatMap(wordsIn)));
  const rows = new Set(wordsIn(text).flatMap(rowOf));
  const retired = wordsIn(before).filter((word) => rowOf(word).some((row) => !rows.has(row)));
  const words = [...new Set([...wordsIn(text), ...retired])];
  const said = new Set(wordsIn(`${yaml} ${warnings.join(" ")}`));
  return words.flatMap((word) => {
    const [row] = rowOf(word);
    if (row === undefined) return said.has(word) ? [] : [`${word} is lost`];
    const holders = entries.filter((entry) => entry.includes(word));
    if (holders.length === 0) return [`${word} is lost`];
    if (word.startsWith("s")) return [];
    const isAlone = holders.length === 1 && holders[0]?.filter((each) => each === word).length === 1;
    const strangers = holders.flat().filter((each) => each.startsWith("r") && rowOf(each)[0] !== row);
    return [
      ...(isAlone ? [] : [`${word} is said twice`]),
      ...(strangers.length === 0 ? [] : [`${word} is in one row with ${strangers.join(" ")}`]),
    ];
  });
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function wordsIn(text: string): string[] {
  return text.match(/(?<![a-z0-9])(?:[rs][0-9]+w[0-9]+|[ho][0-9]+)(?![a-z0-9])/gi) ?? [];
}

function rowOf(word: string): string[] {
  return /(?<=^[rs])[0-9]+/.exec(word) ?? [];
}

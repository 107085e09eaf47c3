import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { defaultConfig } from "../../generator/project/config.js";
import { lintSpecs } from "../../generator/project/lintSpecs.js";
import { pageDigest } from "../../generator/page/pageDigest.js";
import { specWith } from "./specWith.js";
import { onlySpec } from "../pageSpecs.js";

const file = "spec/small.yaml";
const load = (text: string) => loadCatalogue([{ file, text }]);

function serviceOf(text: string) {
  const service = load(text).catalogue?.services[0];
  if (!service) throw new Error("The spec is not valid.");
  return service;
}

function rulesFor(text: string): string[] {
  const { diagnostics, specs } = load(text);
  return [...diagnostics, ...lintSpecs(specs, defaultConfig)].map(({ rule }) => rule);
}

const row = (code: number, text: string, deviations = "") =>
  `- code: ${code}\n  description: ${text}\n${deviations}`;
const instead = (original: string) =>
  `  deviations:\n    description:\n      original: ${original}\n      reason: A slip of the pen.\n`;

/** The digest of a page whose rows say this. */
function digestOf(...texts: readonly string[]): string {
  const entries = texts.map((text, index) => row(200 + index, text)).join("");
  return `digest: ${pageDigest(onlySpec(serviceOf(specWith({ entries }))))}\n`;
}

test("the page keeps the vendor's words, and the catalogue the right ones", () => {
  const entries = row(200, "It worked.", instead("It workd."));
  const service = serviceOf(specWith({ entries, page: digestOf("It workd.") }));
  const [entry] = service.tables[0]?.entries ?? [];
  expect(entry).toMatchObject({ description: "It worked.", cells: ["200", "", "It workd."] });
  expect(entry?.deviations).toEqual([
    { field: "description", original: "It workd.", reason: "A slip of the pen." },
  ]);
});

test("a correction that is recorded agrees with the page, one that is not does not", () => {
  const page = digestOf("It workd.");
  expect(rulesFor(specWith({ entries: row(200, "It worked.", instead("It workd.")), page }))).toEqual([]);
  expect(rulesFor(specWith({ entries: row(200, "It worked."), page }))).toEqual(["page-digest"]);
});

describe("once the vendor has mended the page", () => {
  test("the deviation must go", () => {
    const page = digestOf("It worked.");
    expect(rulesFor(specWith({ entries: row(200, "It worked.", instead("It workd.")), page }))).toEqual([
      "deviation-outlived",
    ]);
  });

  test("only that deviation must go whose original no longer stands", () => {
    const entries =
      row(200, "It worked.", instead("It workd.")) + row(201, "It is there.", instead("It is their."));
    const { diagnostics } = load(specWith({ entries, page: digestOf("It worked.", "It is their.") }));
    expect(diagnostics.map(({ rule, range }) => [rule, range?.start.line])).toEqual([
      ["deviation-outlived", 15],
    ]);
  });

  test("all must go where none of the originals stands", () => {
    const entries =
      row(200, "It worked.", instead("It workd.")) + row(201, "It is there.", instead("It is their."));
    expect(rulesFor(specWith({ entries, page: digestOf("It worked.", "It is there.") }))).toEqual([
      "deviation-outlived",
      "deviation-outlived",
    ]);
  });
});

test("a page that says something else altogether is another matter", () => {
  const entries = row(200, "It worked.", instead("It workd."));
  expect(rulesFor(specWith({ entries, page: digestOf("It did not work.") }))).toEqual(["page-digest"]);
});

test("without a digest nothing can be said of the page", () => {
  expect(rulesFor(specWith({ entries: row(200, "It worked.", instead("It workd.")) }))).toEqual([]);
});

test("a deviation that corrects nothing must go, whatever blank stands at its end", () => {
  expect(rulesFor(specWith({ entries: row(200, "It worked.", instead('"It worked. "')) }))).toEqual([
    "deviation-without-ground",
  ]);
});

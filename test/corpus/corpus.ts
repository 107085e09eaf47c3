/*
 * Measures import, the page emitter and diff on a folder of real pages:
 *
 *     npm run corpus -- FOLDER
 *
 * FOLDER holds pages/<service>/*.rst, truth/<service>/*.json and revisions/*. Exits with 1 where a
 * figure is below what it has to reach. Times are printed only.
 */
import { fuzzPages } from "./fuzzPages.js";
import { measurePage, type PageMeasure } from "./measurePage.js";
import { type FormatMeasure, measureFormats } from "./otherFormats.js";
import { type CorpusPage, readCorpus } from "./readCorpus.js";
import { compareRevisions } from "./revisions.js";

const [, , folder] = process.argv;
if (folder === undefined) {
  console.error("usage: npm run corpus -- FOLDER");
  process.exitCode = 2;
} else {
  process.exitCode = (await measure(folder)) ? 0 : 1;
}

async function measure(path: string): Promise<boolean> {
  const pages = await readCorpus(path);
  const { measures, crashes } = measureAll(pages);
  const sum = (count: (measure: PageMeasure) => number) =>
    measures.reduce((total, each) => total + count(each), 0);
  const others = pages.filter(({ tables }) => tables.every(({ kind }) => kind === "other"));
  const statusPages = pages.filter(
    ({ tables, kind }) => kind === "status-code" && tables.every((table) => table.kind === "status-code"),
  );
  const at = (page: CorpusPage) => measures[pages.indexOf(page)];
  const revisions = await compareRevisions(path);
  const fuzz = fuzzPages(pages, 1000, 1);

  for (const difference of [
    ...measures.flatMap(({ differences }) => differences),
    ...revisions.differences,
  ].slice(0, 50)) {
    console.log(`  ${difference}`);
  }
  const results = [
    figure("pages without a crash", pages.length - crashes, pages.length, 1),
    figure(
      "code tables found",
      sum(({ tablesFound }) => tablesFound),
      sum(({ tables }) => tables),
      1,
    ),
    figure(
      "cells equal to the independent reading",
      sum(({ cellsEqual }) => cellsEqual),
      sum(({ cells }) => cells),
      1,
    ),
    figure(
      "pages without code tables refused",
      others.filter((page) => !at(page)?.isImported).length,
      others.length,
      1,
    ),
    figure(
      "tables given back byte for byte",
      sum(({ tablesReproduced }) => tablesReproduced),
      sum(({ tables }) => tables),
      0.99,
    ),
    figure(
      "pages of status codes only, given back byte for byte",
      statusPages.filter((page) => at(page)?.isReproduced).length,
      statusPages.length,
      0.95,
    ),
    figure("random edits answered with a spec or a finding with a line", fuzz.answered, fuzz.runs, 1),
    figure("revisions on which diff agrees", revisions.agreeing, revisions.total, 1),
  ];
  const whole = measures.filter(({ isReproduced }) => isReproduced).length;
  console.log(
    `     all pages with code tables, given back byte for byte: ${whole} of ${pages.length - others.length}`,
  );
  for (const each of await measureFormats(pages)) {
    if (typeof each === "string") console.log(`     ${each}`);
    else results.push(...figuresOf(each));
  }
  printSpeed(pages, measures);
  console.log(`     random edits: the longest took ${fuzz.longestMilliseconds.toFixed(0)} ms`);
  return results.every(Boolean);
}

/** Pandoc writes two of the pages so that GitHub shows another text or leaves out cells. */
function figuresOf(measured: FormatMeasure): boolean[] {
  const { format, by, pages, pagesEqual, cells, cellsEqual, differences, times, bytes } = measured;
  const median = (list: readonly number[]) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const speed = (list: readonly number[]) =>
    `median ${median(list).toFixed(1)} ms a page, ${(bytes / 1000 / list.reduce((sum, each) => sum + each, 0)).toFixed(2)} MB/s`;
  console.log(
    `     ${format}: import ${speed(times.map(({ ours }) => ours))}; its parser alone ${speed(times.map(({ parser }) => parser))}`,
  );
  for (const difference of differences) console.log(`  ${difference.slice(0, 200)}`);
  const least = by === "pandoc" ? 0.95 : 1;
  return [
    figure(`cells of ${format} by ${by} equal to those of reStructuredText`, cellsEqual, cells, least),
    figure(`pages of ${format} by ${by} that give the same spec`, pagesEqual, pages, least),
  ];
}

function measureAll(pages: readonly CorpusPage[]): { measures: PageMeasure[]; crashes: number } {
  let crashes = 0;
  const measures = pages.map((page): PageMeasure => {
    try {
      return measurePage(page);
    } catch (error) {
      crashes++;
      const nothing = {
        milliseconds: 0,
        tables: 0,
        tablesFound: 0,
        cells: 0,
        cellsEqual: 0,
        tablesReproduced: 0,
      };
      return {
        ...nothing,
        isReproduced: false,
        isImported: false,
        differences: [`${page.name}: crash: ${String(error)}`],
      };
    }
  });
  return { measures, crashes };
}

function figure(name: string, reached: number, of: number, share: number): boolean {
  const isReached = reached >= of * share;
  const percent = of === 0 ? "–" : `${((100 * reached) / of).toFixed(2)} %`;
  console.log(
    `${isReached ? "ok  " : "FAIL"} ${name}: ${reached} of ${of} (${percent}, at least ${100 * share} %)`,
  );
  return isReached;
}

function printSpeed(pages: readonly CorpusPage[], measures: readonly PageMeasure[]): void {
  const times = measures.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const megabytes = pages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `     import: median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms a page, ${(megabytes / seconds).toFixed(1)} MB/s`,
  );
  console.log(`     memory of the process at its peak: ${memory.toFixed(0)} MiB`);
}

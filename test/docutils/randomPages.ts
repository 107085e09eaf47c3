import { Random } from "../torture/random.js";
import { breakPage } from "./breakPage.js";
import { blocks, type Palette, randomBlocks } from "./randomBlocks.js";
import { inlines, somePalette } from "./randomInline.js";
import { type RandomTable, randomTable } from "./randomTables.js";
import { chance, Words } from "./words.js";

export interface RandomPage {
  readonly seed: number;
  readonly run: number;
  readonly text: string;
  readonly isBroken: boolean;
  /** What is known of its tables; of a broken page nothing is. */
  readonly tables: readonly RandomTable[];
}

/** A page with tables of codes in reStructuredText; of three pages one is broken afterwards. */
export function randomPage(seed: number, run: number): RandomPage {
  const random = new Random(seed, run);
  const words = new Words();
  const palette = {
    inline: somePalette(random, Object.keys(inlines)),
    block: somePalette(random, Object.keys(blocks)),
  };
  const tables = Array.from({ length: chance(random, 75) ? 1 : 1 + random.below(3) }, () =>
    randomTable(random, words, palette),
  );
  const parts = tables.flatMap((table) => [
    ...leads(random, words, palette),
    ...labels(random, words),
    around(random, words, table.lines),
  ]);
  const paragraphs = chance(random, 40) ? [randomBlocks(random, words, palette)] : [];
  const lines = [...head(random, words), ...[...parts, ...paragraphs].flatMap((part) => [...part, ""])];
  const text = lines.join("\n");
  const isBroken = run % 3 === 2;
  return {
    seed,
    run,
    text: isBroken ? breakPage(text, random) : text,
    isBroken,
    tables: isBroken ? [] : tables,
  };
}

function head(random: Random, words: Words): string[] {
  const title = `Codes ${words.next()}`;
  return [
    ...(chance(random, 50) ? [`:original_name: ${words.next()}.html`, ""] : []),
    ...Array.from({ length: random.of([0, 1, 1, 1, 2, 3]) }, () => label(random, words)),
    "",
    ...(chance(random, 90) ? [title, "=".repeat(title.length), ""] : []),
  ];
}

function label(random: Random, words: Words): string {
  return random.of([
    `.. _${words.next()}:`,
    `.. _${words.next()}:`,
    `.. _Error ${words.next()}:`,
    `.. _\`a: ${words.next()}\`:`,
    `.. _${words.next()}__table1:`,
  ]);
}

function labels(random: Random, words: Words): string[][] {
  return chance(random, 30) ? [[label(random, words)]] : [];
}

/** What comes before a table: text, a heading, or another kind of table. */
function leads(random: Random, words: Words, palette: Palette): (readonly string[])[] {
  const heading = `Section ${words.next()}`;
  return [
    ...(chance(random, 20) ? [[heading, "-".repeat(heading.length)]] : []),
    ...(chance(random, 40) ? [[`See ${words.next()}.`]] : []),
    ...(chance(random, 10) ? [randomBlocks(random, words, palette)] : []),
  ];
}

/** A table on its own, or in what may hold one. */
function around(random: Random, words: Words, lines: readonly string[]): string[] {
  const inside = (first: string, by: number, ...before: string[]) => [
    first,
    "",
    ...[...before, ...lines].map((line) => (line === "" ? "" : " ".repeat(by) + line)),
  ];
  if (chance(random, 80)) return [...lines];
  return random.of([
    () => inside(`-  ${words.next()}`, 3),
    () => inside(`-  ${words.next()}`, 3, words.next(), ""),
    () => inside(`1. ${words.next()}`, 3),
    () => inside(".. note::", 3),
    () => inside(`.. note:: ${words.next()}`, 3),
    () => inside(".. only:: html", 3),
    () => inside(".. container:: a", 3, words.next(), ""),
    () => inside(words.next(), 3),
    () => [`-  - ${words.next()}`, "", ...lines.map((line) => (line === "" ? "" : `     ${line}`))],
  ])();
}

import type { Random } from "../torture/random.js";
import { randomLine } from "./randomInline.js";
import { chance, type Words } from "./words.js";

/** What a cell may be made of. */
export interface Palette {
  readonly inline: readonly string[];
  readonly block: readonly string[];
}

interface Making {
  readonly random: Random;
  readonly words: Words;
  readonly palette: Palette;
  readonly depth: number;
}

type Block = (making: Making) => string[];

/** Everything that a cell can have in it, by name. */
export const blocks: Readonly<Record<string, readonly [Block, ...Block[]]>> = {
  paragraphs: [(making) => [...wrapped(making), "", ...wrapped(making)]],
  bullets: [
    (making) => items(making, () => "-"),
    (making) => items(making, () => "- "),
    (making) => items(making, () => "*"),
    (making) => items(making, () => "+"),
    (making) => [...items(making, () => "-"), "", ...items(making, () => "*")],
  ],
  numbers: [
    (making) => items(making, (index) => `${index + 1}.`),
    (making) => items(making, (index) => `${index + 4}.`),
    (making) => items(making, () => "#."),
    (making) => items(making, (index) => `(${index + 1})`),
    (making) => items(making, (index) => `${index + 1})`),
    (making) => items(making, () => "1."),
  ],
  letters: [
    (making) => items(making, (index) => `${"abcdef"[index] ?? "g"}.`),
    (making) => items(making, (index) => `(${["i", "ii", "iii", "iv"][index] ?? "v"})`),
    (making) => items(making, (index) => `${"CDEFGH"[index] ?? "I"})`),
  ],
  definitions: [
    (making) => [line(making), ...indented(2, wrapped(making))],
    (making) => [`${line(making)} : ${making.words.next()}`, ...indented(3, inner(making))],
  ],
  fields: [(making) => [`:${making.words.next()}: ${line(making)}`, `:b: ${line(making)}`]],
  options: [
    (making) => [`-a  ${line(making)}`, `--${making.words.next()}=FILE  ${line(making)}`],
    (making) => [`/V  ${line(making)}`],
  ],
  lineBlock: [
    (making) => [`| ${line(making)}`, `| ${line(making)}`],
    (making) => [`| ${line(making)}`, `|   ${line(making)}`, "|", `| ${line(making)}`, `  ${line(making)}`],
  ],
  doctest: [({ words }) => [`>>> print("${words.next()}")`, words.next()]],
  literal: [
    (making) => [`${line(making)}::`, "", ...code(making, 2)],
    (making) => ["::", "", ...code(making, 4)],
    (making) => [`${line(making)}::`, "", `> ${making.words.next()}`, `> ${making.words.next()} *a*`],
    (making) => [`${line(making)} ::`, "", ...code(making, 1), "", line(making)],
  ],
  codeBlock: [
    (making) => [".. code-block::", "", ...code(making, 3)],
    (making) => [".. code-block:: json", "", ...code(making, 3)],
    (making) => [".. code:: bash", "", ...code(making, 3)],
    (making) => [".. code-block:: text", "   :linenos:", "", ...code(making, 3)],
    (making) => [".. code-block::", `   :caption: ${making.words.next()}`, "", ...code(making, 3)],
    (making) => [".. parsed-literal::", "", ...code(making, 3)],
  ],
  quote: [
    (making) => [line(making), "", ...indented(2, wrapped(making))],
    (making) => [line(making), "", ...indented(2, [line(making), "", `-- ${making.words.next()}`])],
    (making) => indented(2, inner(making)),
  ],
  note: [
    (making) => [".. note::", "", ...indented(3, inner(making))],
    (making) => [`.. note:: ${line(making)}`],
    (making) => [".. warning::", "", ...indented(3, inner(making))],
    (making) => [`.. caution:: ${line(making)}`, "", ...indented(3, inner(making))],
    (making) => [`.. admonition:: ${making.words.next()}`, "", ...indented(3, inner(making))],
  ],
  image: [
    ({ words }) => [`.. image:: ${words.next()}.png`],
    ({ words }) => [".. image:: a.png", `   :alt: ${words.next()}`],
    ({ words }) => [".. figure:: a.png", "", `   ${words.next()}`],
  ],
  comment: [
    ({ words }) => [`.. ${words.next()} is no text`],
    ({ words }) => ["..", `   ${words.next()}`],
    ({ words }) => [words.next(), "", `.. ${words.next()}`],
  ],
  target: [
    ({ words }) => [`.. _${words.next()}:`, "", words.next()],
    ({ words }) => [`.. _${words.next()}: https://a.b/${words.next()}`, "", words.next()],
    ({ words }) => [`.. |${words.next()}| replace:: ${words.next()}`],
    ({ words }) => [`.. [#] ${words.next()}`],
    ({ words }) => [`__ https://a.b/${words.next()}`],
  ],
  raw: [
    ({ words }) => [".. raw:: html", "", `   <b>${words.next()}</b>`],
    ({ words }) => [`.. nobody:: ${words.next()}`, "", `   ${words.next()}`],
    ({ words }) => [`.. rst-class:: a`, "", words.next()],
    ({ words }) => [`.. rubric:: ${words.next()}`],
    ({ words }) => [`.. math:: ${words.next()}`],
    ({ words }) => [`.. include:: ${words.next()}`],
  ],
  container: [
    (making) => [".. container::", "", ...indented(3, inner(making))],
    (making) => [".. only:: html", "", ...indented(3, inner(making))],
    (making) => [`.. versionadded:: 1.2`, "", ...indented(3, inner(making))],
    (making) => [`.. topic:: ${making.words.next()}`, "", ...indented(3, inner(making))],
  ],
  table: [
    ({ words }) => ["+------+------+", `| ${words.next().padEnd(4)} | b    |`, "+------+------+"].map(grown),
    ({ words }) => ["====== ===", `${words.next().padEnd(6)} b`, "====== ==="],
    ({ words }) => [".. list-table::", "", `   * - ${words.next()}`, "     - b"],
  ],
  lonely: [
    () => ["-"],
    () => ["*"],
    () => ["--"],
    () => ["–"],
    () => ["``-``"],
    () => ["+"],
    () => ["."],
    () => ["1."],
    () => [".."],
    () => ["|"],
    () => ["::"],
    () => ["\\ "],
    () => ["\\-"],
    () => ["-1"],
    () => ["+7"],
    () => ["a."],
    () => ["----"],
    () => ["====="],
    () => [":a:"],
  ],
  oddLists: [
    ({ words }) => [`- ${words.next()}`, words.next()],
    ({ words }) => [words.next(), `- ${words.next()}`],
    ({ words }) => [`1. ${words.next()}`, `3. ${words.next()}`],
    ({ words }) => [`- ${words.next()}`, "", `- ${words.next()}`, `- ${words.next()}`],
    ({ words }) => ["-", `  ${words.next()}`, "-", `- ${words.next()}`],
    ({ words }) => [`-\t${words.next()}`, `-\t${words.next()}`],
    ({ words }) => [`• ${words.next()}`, `• ${words.next()}`],
    ({ words }) => [`A. ${words.next()} is a name`],
    ({ words }) => [`1. ${words.next()}`, words.next()],
    ({ words }) => [`  ${words.next()}`, words.next()],
    ({ words }) => [words.next(), `  ${words.next()}`, `    ${words.next()}`],
  ],
};

/** The lines of a cell's content; few are more than a paragraph. */
export function randomBlocks(
  random: Random,
  words: Words,
  palette: Palette,
  depth = 0,
): readonly [string, ...string[]] {
  const making = { random, words, palette, depth };
  const made = Array.from({ length: chance(random, 75) ? 1 : 2 }, () => {
    const named = chance(random, 60) ? blocks[random.of(palette.block) ?? ""] : undefined;
    return named ? random.of(named)(making) : wrapped(making);
  });
  const [first = "", ...more] = made.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
  return [first, ...more];
}

function inner({ random, words, palette, depth }: Making): readonly [string, ...string[]] {
  return depth > 1 || chance(random, 60) ? [words.next()] : randomBlocks(random, words, palette, depth + 1);
}

function line({ random, words, palette }: Making): string {
  return randomLine(random, words, palette.inline);
}

/** A paragraph, broken between any words. */
function wrapped(making: Making): string[] {
  const text = line(making);
  if (chance(making.random, 60)) return [text];
  return text.split(/ (?=w)/);
}

function items(making: Making, sign: (index: number) => string): string[] {
  const isApart = chance(making.random, 30);
  return Array.from({ length: 1 + making.random.below(3) }, (_, index) => {
    const mark = `${sign(index)} `;
    const [first, ...rest] = inner(making);
    return [...(isApart && index > 0 ? [""] : []), mark + first, ...indented(mark.length, rest)];
  }).flat();
}

function code({ random, words }: Making, indent: number): string[] {
  const lines = [`curl ${words.next()} | x`, "", `  {"a": *${words.next()}*}`, "-  b\\n <c> `` `d`"];
  return indented(indent, lines.slice(0, random.of([1, 1, 3, 4])));
}

function indented(by: number, lines: readonly string[]): string[] {
  return lines.map((text) => (text === "" ? "" : " ".repeat(by) + text));
}

/** A table's line with room for long words. */
function grown(text: string): string {
  return text.startsWith("|")
    ? text.replace(/^\| (\S+)\s*/, (_, word: string) => `| ${word.padEnd(8)} `)
    : `+----------${text.slice(7)}`;
}

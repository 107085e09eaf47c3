import type { Random } from "../torture/random.js";
import { chance, type Words } from "./words.js";

/** Makes a piece of a paragraph: its text, without a line break. */
type Inline = (words: Words) => string;

const plain: Inline = (words) => words.next();

/** Everything that a paragraph can have in it, and what only looks like it, by name. */
export const inlines: Readonly<Record<string, readonly [Inline, ...Inline[]]>> = {
  strong: [(words) => `**${words.next()} b**`],
  emphasis: [(words) => `*${words.next()}*`, (words) => `4\\ *${words.next()}*`],
  literal: [
    (words) => `\`\`${words.next()} <a>\`\``,
    (words) => `\`\`${words.next()}\\*|x|\`\``,
    (words) => `:literal:\`${words.next()}\``,
  ],
  link: [
    (words) => `\`${words.next()} <https://a.b/${words.next()}>\`__`,
    (words) => `\`${words.next()} & c <https://a.b/${words.next()}?x=1&y=2>\`_`,
  ],
  address: [
    (words) => `https://a.b/${words.next()}`,
    (words) => `${words.next()}@b.example`,
    (words) => `<https://a.b/${words.next()}>`,
  ],
  ref: [
    (words) => `:ref:\`${words.next()} <${words.next()}>\``,
    (words) => `:ref:\`${words.next()}\``,
    (words) => `:doc:\`${words.next()}\``,
  ],
  role: [
    (words) => `H\\ :sub:\`2${words.next()}\`\\ O`,
    (words) => `10\\ :sup:\`${words.next()}\``,
    (words) => `:guilabel:\`${words.next()}\``,
    (words) => `:code:\`${words.next()}\``,
    (words) => `\`${words.next()}\`:strong:`,
    (words) => `\`${words.next()}\``,
  ],
  unknownRole: [(words) => `:nobody:\`${words.next()}\``],
  reference: [
    (words) => `target_ ${words.next()}`,
    (words) => `\`the target\`_ ${words.next()}`,
    (words) => `${words.next()}__`,
    (words) => `|product| ${words.next()}`,
    (words) => `[1]_ ${words.next()}`,
    (words) => `[#why]_ ${words.next()}`,
    (words) => `[#]_ [*]_ ${words.next()}`,
    (words) => `[CIT2002]_ ${words.next()}`,
    (words) => `_\`${words.next()}\``,
  ],
  escape: [
    (words) => `\\*${words.next()}\\*`,
    (words) => `C:\\\\${words.next()}`,
    (words) => `a\\ ${words.next()}\\ c`,
    (words) => `\\${words.next()}`,
    (words) => `${words.next()}\\_`,
    (words) => `\\\`${words.next()}\\\``,
  ],
  nearMarkup: [
    (words) => `*${words.next()}`,
    (words) => `**${words.next()}`,
    (words) => `\`${words.next()}`,
    (words) => `\`\`${words.next()}`,
    (words) => `|${words.next()}`,
    (words) => `${words.next()}_`,
    (words) => `__${words.next()}__`,
    (words) => `2*${words.next()}*4`,
    (words) => `${words.next()} * 3`,
    (words) => `{${words.next()}*}`,
    (words) => `[${words.next()}]`,
    (words) => `"*"${words.next()}`,
    (words) => `('*${words.next()}')`,
    (words) => `${words.next()}|`,
    (words) => `:${words.next()}: x`,
    (words) => `${words.next()}::y`,
    (words) => `~${words.next()}~`,
    (words) => `\${${words.next()}}`,
    (words) => `a_b_${words.next()}`,
  ],
  markdown: [
    (words) => `&amp;${words.next()} & &#35;`,
    (words) => `<b>${words.next()}</b>`,
    (words) => `<${words.next()}>`,
    (words) => `[${words.next()}](https://a.b)`,
    (words) => `![${words.next()}](a.png)`,
    (words) => `# ${words.next()}`,
    (words) => `> ${words.next()}`,
    (words) => `1\\) ${words.next()}`,
    (words) => `~~${words.next()}~~`,
    (words) => `{{ ${words.next()} }}`,
    (words) => `\\[x\\]: ${words.next()}`,
  ],
  unicode: [
    (words) => `表${words.next()}码`,
    (words) => `ＡＢ${words.next()}`,
    (words) => `e\u0301${words.next()}`,
    (words) => `é${words.next()} ü`,
    (words) => `😀${words.next()}`,
    (words) => `a\u00a0${words.next()}`,
    (words) => `“${words.next()}”`,
    (words) => `\u200b${words.next()}`,
    (words) => `ع${words.next()}`,
  ],
  sign: [
    (words) => `-1 ${words.next()}`,
    (words) => `+7 ${words.next()}`,
    (words) => `-- ${words.next()}`,
    (words) => `${words.next()} – - —`,
    (words) => `... ${words.next()}`,
    (words) => `(${words.next()})`,
    (words) => `=${words.next()}=`,
  ],
};

/** The names of some constructs, few as a rule: what one page is made of. */
export function somePalette(random: Random, all: readonly string[]): string[] {
  if (chance(random, 25)) return [];
  return Array.from({ length: 1 + random.below(3) }, () => random.of(all) ?? "");
}

/** One line of text, with one construct of those named now and then. */
export function randomLine(random: Random, words: Words, palette: readonly string[]): string {
  const pieces = Array.from({ length: 1 + random.below(4) }, () => {
    const named = chance(random, 40) ? inlines[random.of(palette) ?? ""] : undefined;
    if (named) return random.of(named)(words);
    return chance(random, 50) ? plain(words) : random.of(["the", "of", "Not", "a"]);
  });
  return [...pieces, words.next()].join(" ") + (chance(random, 60) ? "." : "");
}

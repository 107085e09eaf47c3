/** What means something to YAML, TypeScript, Markdown, HTML or reStructuredText, or to a file system. */
const tokens = [
  ...["*/", "/**", "`", "``", "${x}", "\\", '"', "'", "\u2028", "\u0000", "\t", "\r", "\r\n", "\n", "\n\n\n"],
  ...[
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "&lt;",
    "&#x3c;",
    "[x](javascript:alert(1))",
    "|",
    "**",
    "_",
    "#",
  ],
  ...[
    "&a ",
    "*a",
    "<<: *a",
    "!!js/function x",
    "!!binary x",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "? ",
    ": ",
    "- ",
  ],
  ...["{", "}", "[", "]", ">", "|-\n", "~", "null", "true", "1e999", "0x1F", "0400", "-0", "__proto__: 1\n"],
  ...[
    "constructor",
    "toString",
    "class",
    "await",
    "CON",
    "../x",
    "/etc/passwd",
    "C:\\x",
    "x.",
    "сode",
    "\u202e",
    "\u200f",
  ],
  ...[
    "+---+---+\n",
    "| x |\n",
    "=====\n",
    ".. table::\n",
    ".. include:: /etc/passwd\n",
    ".. raw:: html\n\n   <b>\n",
  ],
  ...[
    ":ref:`x`",
    "`x`_",
    "[1]_",
    "|x|",
    ".. |x| replace:: y\n",
    "::\n",
    "   ",
    "é",
    "表",
    "😀",
    "\ud800",
    "\ufeff",
  ],
];

/** Random numbers from 0 to 1. */
type Random = () => number;

/** Spoils a text in one to four places: bytes, words, lines, or pieces of another text. */
export function mutated(text: string, others: readonly string[], random: Random): Uint8Array {
  let result = text;
  for (let left = 1 + below(4, random); left > 0; left--) {
    const mutation = mutations[below(mutations.length, random)];
    if (mutation) result = mutation(result, random, others);
  }
  const bytes = Buffer.from(result);
  // Now and then a byte that is no character.
  if (random() < 0.05 && bytes.length > 0) bytes[below(bytes.length, random)] = below(256, random);
  return bytes;
}

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

const mutations: readonly Mutation[] = [
  (text, random) => inserted(text, below(text.length + 1, random), token(random)),
  (text, random) =>
    inserted(text, below(text.length + 1, random), token(random).repeat(1 + below(500, random))),
  (text, random) => cut(text, below(text.length + 1, random), 1 + below(200, random)),
  (text, random) => text.slice(0, below(text.length + 1, random)),
  (text, random, others) => {
    const other = others[below(others.length, random)] ?? "";
    return text.slice(0, below(text.length + 1, random)) + other.slice(below(other.length + 1, random));
  },
  (text, random) => text.replace(valueAt(text, random), () => token(random)),
  onLines((lines, random) => lines.splice(below(lines.length, random), 1 + below(5, random))),
  onLines((lines, random) =>
    lines.splice(below(lines.length, random), 0, ...lines.splice(below(lines.length, random), 1)),
  ),
  onLines((lines, random) => {
    const from = below(lines.length, random);
    const copies = Array.from({ length: 1 + below(50, random) }, () =>
      lines.slice(from, from + 1 + below(10, random)),
    );
    lines.splice(from, 0, ...copies.flat());
  }),
  onLines((lines, random) => {
    const at = below(lines.length, random);
    lines[at] = " ".repeat(below(6, random)) + (lines[at] ?? "").trimStart();
  }),
];

function onLines(change: (lines: string[], random: Random) => unknown): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    change(lines, random);
    return lines.join("\n");
  };
}

/** One of the values of a text: what follows a colon and a blank. */
function valueAt(text: string, random: Random): string {
  const values = [...text.matchAll(/(?<=: )\S.*/g)].map(([value]) => value);
  return values[below(values.length, random)] ?? "";
}

function token(random: Random): string {
  return tokens[below(tokens.length, random)] ?? "";
}

function inserted(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function cut(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function below(most: number, random: Random): number {
  return Math.floor(random() * most);
}

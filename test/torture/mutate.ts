import { breakers } from "../emit/tame.js";
import type { Random } from "./random.js";

type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** What means something to YAML, to reStructuredText, or to those who read a line. */
const tokens = [
  ...breakers,
  ...[
    "---\n",
    "&a ",
    "*a",
    "!!str ",
    "<<: *a",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "? ",
    "|\n",
    ">-\n",
    "\t",
    "%TAG ! x\n",
  ],
  ...[
    "+---+",
    "====",
    "| ",
    "::",
    ".. table:: x\n\n",
    ".. note::\n",
    ":ref:`x <y>`",
    "``",
    "**",
    "#. ",
    "|x|",
    "[1]_",
  ],
  ...[
    "\0",
    "\r",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ufeff",
    "😀",
    "漢",
    "\\ud800",
    "__proto__",
    "constructor: ",
    "null",
    "~",
    "0x1F",
    "1e999",
  ],
];

const split = (bytes: Buffer) => bytes.toString("latin1").split("\n");
const joined = (lines: readonly string[]) => Buffer.from(lines.join("\n"), "latin1");
const replaced = (bytes: Buffer, at: number, length: number, by: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);

const onBytes: readonly Mutation[] = [
  (bytes, random) => replaced(bytes, random.below(bytes.length), 1, Buffer.from([random.below(256)])),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return replaced(bytes, at, 1, Buffer.from([(bytes[at] ?? 0) ^ (1 << random.below(8))]));
  },
  (bytes, random) => replaced(bytes, random.below(bytes.length), random.below(60), Buffer.alloc(0)),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return replaced(bytes, at, 0, bytes.subarray(at, at + random.below(300)));
  },
];

const onTokens: readonly Mutation[] = [
  (bytes, random) => replaced(bytes, random.below(bytes.length), 0, Buffer.from(random.of(tokens) ?? "")),
  (bytes, random) => {
    const token = Buffer.from((random.of(tokens) ?? "").repeat(1 + random.below(200)));
    return replaced(bytes, random.below(bytes.length), 0, token);
  },
  (bytes, random) => {
    const words = bytes.toString("latin1").split(/\b/);
    words.splice(random.below(words.length), 1, random.of(words) ?? "");
    return Buffer.from(words.join(""), "latin1");
  },
];

const onLines: readonly Mutation[] = [
  (bytes, random) => joined(split(bytes).toSpliced(random.below(split(bytes).length), 1 + random.below(4))),
  (bytes, random) => {
    const lines = split(bytes);
    const [from, length] = [random.below(lines.length), 1 + random.below(12)];
    return joined(lines.toSpliced(random.below(lines.length), 0, ...lines.slice(from, from + length)));
  },
  (bytes, random) => {
    const lines = split(bytes);
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    return joined(lines.with(a, lines[b] ?? "").with(b, lines[a] ?? ""));
  },
  (bytes, random) => {
    const lines = split(bytes);
    const at = random.below(lines.length);
    const line = lines[at] ?? "";
    return joined(
      lines.with(
        at,
        random.below(2) === 0 ? line.slice(1 + random.below(4)) : " ".repeat(1 + random.below(4)) + line,
      ),
    );
  },
];

const onFiles: Mutation = (bytes, random, others) => {
  const other = random.of(others) ?? bytes;
  return Buffer.concat([
    bytes.subarray(0, random.below(bytes.length)),
    other.subarray(random.below(other.length)),
  ]);
};

/** A value somewhere in the data of a spec is replaced, removed, or made several. */
export function mutatedData(data: unknown, random: Random): unknown {
  if (typeof data !== "object" || data === null || random.below(8) === 0) {
    const token = random.of(tokens) ?? "";
    return random.of([
      token,
      `A ${token} b.`,
      `${String(data)} ${token}`,
      404,
      null,
      [data, data],
      { code: data },
      undefined,
    ]);
  }
  const key = random.of(Object.keys(data)) ?? "";
  if (!Array.isArray(data))
    return { ...data, [key]: mutatedData((data as Record<string, unknown>)[key], random) };
  const items: readonly unknown[] = data;
  const at = Number(key);
  const copies = Array.from({ length: random.of([1, 1, 1, 0, 2, 40]) }, () => mutatedData(items[at], random));
  return items.toSpliced(at, 1, ...copies);
}

/** A file with a mutation or a few of its bytes, tokens or lines, or spliced with another file. */
export function mutated(files: readonly Buffer[], random: Random): Buffer {
  let bytes: Buffer = random.of(files) ?? Buffer.alloc(0);
  for (let left = random.of([1, 1, 1, 2, 3, 6]); left > 0; left--) {
    const mutation = random.of([
      random.of(onBytes),
      random.of(onTokens),
      random.of(onTokens),
      random.of(onLines),
      random.of(onLines),
      onFiles,
    ]);
    bytes = mutation?.(bytes, random, files) ?? bytes;
  }
  return bytes;
}

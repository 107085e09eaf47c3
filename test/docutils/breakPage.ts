import type { Random } from "../torture/random.js";

/** One edit of lines, at a line. */
type Edit = (lines: string[], at: number, random: Random) => void;

const signs = [
  "+",
  "-",
  "=",
  "|",
  " ",
  "*",
  "`",
  "\\",
  ":",
  "  ",
  '"',
  ",",
  "表",
  "a",
  "_",
  ".",
  "\t",
] as const;

const edits: readonly [Edit, ...Edit[]] = [
  changeSign((line, place) => line.slice(0, place) + line.slice(place + 1)),
  changeSign((line, place, sign) => line.slice(0, place) + sign + line.slice(place)),
  changeSign((line, place, sign) => line.slice(0, place) + sign + line.slice(place + 1)),
  // Cut short.
  changeSign((line, place) => line.slice(0, place)),
  (lines, at) => void lines.splice(at, 1),
  (lines, at) => void lines.splice(at, 0, ""),
  (lines, at) => void lines.splice(at, 0, lines[at] ?? ""),
  (lines, at) => void lines.splice(at, 2, lines[at + 1] ?? "", lines[at] ?? ""),
  (lines, at) => void lines.splice(at, 2, (lines[at] ?? "") + (lines[at + 1] ?? "")),
  changeLine((line) => ` ${line}`),
  changeLine((line) => `  ${line}`),
  changeLine((line) => line.slice(1)),
  changeLine((line) => line.trim()),
  changeLine((line) => line.replaceAll("=", "-")),
  changeLine((line) => line.replaceAll("-", "=")),
  // An inner border moved by one.
  changeLine((line) => line.replace(/ (\|.)/, "$1")),
  changeLine((line) => line.replace(/(.) \|/, "$1  |")),
  changeLine((line) => line.replace(/\+/, "-")),
  changeLine((line) => line.replace(/^(\s*)\|/, "$1 ")),
];

/** Breaks a page in one to three places, most of them in its tables. */
export function breakPage(text: string, random: Random): string {
  const lines = text.split("\n");
  for (let count = 1 + random.below(3); count > 0; count--) {
    const inTable = [...lines.keys()].filter((index) => /^\s*[+|=*"-]|\S {2,}\S/.test(lines[index] ?? ""));
    const at = random.below(5) > 0 ? random.of(inTable) : undefined;
    random.of(edits)(lines, at ?? random.below(lines.length), random);
  }
  return lines.join("\n");
}

function changeLine(change: (line: string) => string): Edit {
  return (lines, at) => {
    lines[at] = change(lines[at] ?? "");
  };
}

function changeSign(change: (line: string, place: number, sign: string) => string): Edit {
  return (lines, at, random) => {
    const line = lines[at] ?? "";
    lines[at] = change(line, random.below(line.length + 1), random.of(signs));
  };
}

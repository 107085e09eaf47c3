import fc from "fast-check";

/** One random edit of a text. */
export type Edit = (text: string) => string;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const snippet = fc.constantFrom(
  "*",
  "**",
  "`",
  "``",
  "|",
  "+",
  "-",
  "=",
  "\\",
  "_",
  ":",
  "::",
  "\n",
  "\n\n",
  "   ",
  "\t",
  "+---+",
  "| x |",
  ".. table::",
  ".. note::",
  ":ref:`",
  "`__",
  "#. ",
  "-  ",
  "é",
  "表",
  "\u00a0",
  "\u2028",
  "😀",
  "<",
  ">",
  "[1]_",
);

const insertion = fc.tuple(place, snippet).map(([at, inserted]): Edit => (text) => {
  const index = Math.floor(at * text.length);
  return text.slice(0, index) + inserted + text.slice(index);
});

const deletion = fc.tuple(place, fc.integer({ min: 1, max: 200 })).map(([at, length]): Edit => (text) => {
  const index = Math.floor(at * text.length);
  return text.slice(0, index) + text.slice(index + length);
});

/** Takes a line out, and puts it somewhere else, once or twice. */
const move = fc.tuple(place, place, fc.boolean()).map(([from, to, isCopied]): Edit => (text) => {
  const lines = text.split("\n");
  const source = Math.floor(from * lines.length);
  const [line = ""] = isCopied ? lines.slice(source, source + 1) : lines.splice(source, 1);
  lines.splice(Math.floor(to * lines.length), 0, line);
  return lines.join("\n");
});

const truncation = place.map(
  (at): Edit =>
    (text) =>
      text.slice(0, Math.floor(at * text.length)),
);

/** One to six random edits, one after the other. */
export const edits: fc.Arbitrary<Edit> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: insertion },
      { weight: 3, arbitrary: deletion },
      { weight: 3, arbitrary: move },
      truncation,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map(
    (list): Edit =>
      (text) =>
        list.reduce((edited, edit) => edit(edited), text),
  );

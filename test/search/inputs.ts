import { Random } from "../torture/random.js";

/** One hostile input: a text of marks, in one place of a page or a spec. */
export interface Input {
  readonly run: number;
  /** Where the text is, such as `page: cell of a grid`. */
  readonly place: string;
  /** What the text is made of, as JSON. */
  readonly unit: string;
  readonly bytes: number;
  /** The project's files. */
  readonly files: Readonly<Record<string, string>>;
}

/** Every fourth text repeats nothing but is random throughout. */
type Family = { readonly repeated: string } | { readonly seed: number };

const signs = Array.from("*_`|<>[](){}\\&;:!#+-=~.,/\"'@^$%1a \n\tä");
const words = [
  "a",
  "http://a.b",
  "&#10;",
  "&amp;",
  "..",
  "::",
  "1.",
  "- ",
  "> ",
  "``",
  "**",
  "\n\n",
  "  ",
  "<!--",
];

/** Places of texts, in turn. */
const places = [...Object.keys(pagePlaces()), ...Object.keys(specPlaces())];

/**
 * The input of a run.
 *
 * @param sizes - from which size to which, in bytes; as many are of each magnitude
 */
export function inputOf(seed: number, run: number, sizes: readonly [number, number]): Input {
  const random = new Random(seed, run);
  const place = places[run % places.length] ?? "";
  const family: Family = random.below(4) === 0 ? { seed: random.below(1e9) } : { repeated: unitOf(random) };
  const size = Math.round(sizes[0] * (sizes[1] / sizes[0]) ** (random.below(1e6) / 1e6));
  return inputAt(place, family, size, run);
}

/** The same family at the same place, in another size. */
export function inOtherSize({ place, unit, run }: Input, size: number): Input {
  return inputAt(place, JSON.parse(unit) as Family, size, run);
}

function inputAt(place: string, family: Family, size: number, run: number): Input {
  const text = textOf(family, size);
  const make = pagePlaces()[place] ?? specPlaces()[place];
  if (!make) throw new Error(`There is no place "${place}".`);
  const file = place.startsWith("page") ? "page.rst" : "spec/spec.yaml";
  return {
    run,
    place,
    unit: JSON.stringify(family),
    bytes: Buffer.byteLength(text),
    files: { [file]: make(text) },
  };
}

function unitOf(random: Random): string {
  const count = 1 + random.below(5);
  return Array.from({ length: count }, () => pieceOf(random)).join("");
}

function pieceOf(random: Random): string {
  return random.below(5) === 0 ? (random.of(words) ?? "") : (random.of(signs) ?? "");
}

function textOf(family: Family, size: number): string {
  if ("repeated" in family) {
    const { repeated } = family;
    return repeated.repeat(Math.ceil(size / Buffer.byteLength(repeated)));
  }
  const random = new Random(family.seed, 0);
  const pieces: string[] = [];
  for (let length = 0; length < size; length += pieces.at(-1)?.length ?? 1) pieces.push(pieceOf(random));
  return pieces.join("");
}

type Place = (text: string) => string;

const title = "Codes\n=====\n\n";
const table = title + grid(["404"], ["Missing."]);

/** A text as a whole page, and as each of its parts. */
function pagePlaces(): Record<string, Place> {
  return {
    "page: all of it": (text) => text,
    "page: title": (text) => `${oneLine(text)}\n${"=".repeat(text.length)}\n\n${table.slice(title.length)}`,
    "page: before the table": (text) => `${title}${text}\n\n${table.slice(title.length)}`,
    "page: after the table": (text) => `${table}\n${text}\n`,
    "page: label": (text) => `.. _${oneLine(text)}:\n\n${table}`,
    "page: title of the table": (text) =>
      `${title}.. table:: ${oneLine(text)}\n\n${indented(grid(["404"], ["x"]))}`,
    "page: cell of a grid": (text) => title + grid(["404"], text.split("\n")),
    "page: code in a grid": (text) => title + grid(text.split("\n"), ["Missing."]),
    "page: cells of a grid": (text) => title + manyRows(text),
    "page: cell of a simple table": (text) => {
      const border = "=========== ===========\n";
      const cell = text.replaceAll("\n", "\n            ");
      return `${title}${border}Status Code Description\n${border}404         ${cell}\n${border}`;
    },
    "page: header of a list": (text) => list(oneLine(text), "Missing."),
    "page: cell of a list": (text) => list("Description", text.replaceAll("\n", "\n       ")),
    "page: rows of values": (text) =>
      `${title}.. csv-table::\n   :header-rows: 1\n\n   Status Code,Description\n   404,"${text.replaceAll('"', '""').replaceAll("\n", "\n   ")}"\n`,
    "page: values": (text) =>
      `${title}.. csv-table::\n   :header-rows: 1\n\n   Status Code,Description\n   ${text.replaceAll("\n", "\n   ")}\n`,
    "page: options": (text) =>
      `${title}.. list-table::\n   :class: ${oneLine(text)}\n\n   * - Status Code\n     - x\n   * - 404\n     - y\n`,
  };
}

function oneLine(text: string): string {
  return text.replaceAll("\n", " ");
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "   ");
}

function grid(codes: readonly string[], texts: readonly string[]): string {
  const rows = [
    [["Status Code"], ["Description"]],
    [codes, texts],
  ] as const;
  return drawn(rows);
}

/** The text in as many rows as there are pieces of it. */
function manyRows(text: string): string {
  const pieces = text.match(/[^\n]{1,200}/g) ?? [text];
  return drawn([[["Status Code"], ["Description"]], ...pieces.map((piece) => [["404"], [piece]] as const)]);
}

function drawn(rows: readonly (readonly (readonly string[])[])[]): string {
  const widths = [0, 1].map((column) =>
    rows.reduce(
      (most, row) => (row[column] ?? []).reduce((wide, line) => Math.max(wide, line.length), most),
      1,
    ),
  );
  const border = (sign: string) => `+${widths.map((width) => sign.repeat(width + 2)).join("+")}+\n`;
  const lines = rows.map((row, index) => {
    const height = Math.max(...row.map((cell) => cell.length));
    const drawnLines = Array.from(
      { length: height },
      (_, line) =>
        `|${widths.map((width, column) => ` ${(row[column]?.[line] ?? "").padEnd(width)} `).join("|")}|\n`,
    );
    return drawnLines.join("") + border(index === 0 ? "=" : "-");
  });
  return border("-") + lines.join("");
}

function list(header: string, cell: string): string {
  return `${title}.. list-table::\n   :header-rows: 1\n\n   * - Status Code\n     - ${header}\n   * - 404\n     - ${cell}\n`;
}

/** A text as a whole spec, and as each field of one. */
function specPlaces(): Record<string, Place> {
  const status = { code: "404", message: "Not Found", description: "Missing." };
  const error = { code: "A.1", status: "404", module: "M", message: "m", description: "d", solution: "s" };
  const spec = (change: object, part: "service" | "page" | "table" | "status" | "error") =>
    JSON.stringify({
      service: { id: "shop", name: "Shop", ...(part === "service" && change) },
      page: { id: "shop", title: "Codes", ...(part === "page" && change) },
      tables: [
        {
          kind: "status-codes",
          columns: ["Status Code", "Message", "Description", { other: "Extra" }],
          entries: [{ ...status, ...(part === "status" && change) }],
          ...(part === "table" && change),
        },
        {
          kind: "error-codes",
          columns: ["Status Code", "Error Code", "Module", "Message", "Description", "Solution"],
          entries: [{ ...error, ...(part === "error" && change) }],
        },
      ],
    });
  const fields = {
    service: ["id", "name", "prefix"],
    page: ["id", "label", "title", "source", "digest", "top", "after"],
    table: ["before", "section", "item", "label", "title", "number", "lead", "indent"],
    status: ["code", "name", "message", "description", "retired"],
    error: ["code", "name", "status", "module", "message", "description", "solution", "retired"],
  } as const;
  const ofFields = (Object.keys(fields) as (keyof typeof fields)[]).flatMap((part) =>
    fields[part].map(
      (field) => [`spec: ${part}.${field}`, (text: string) => spec({ [field]: text }, part)] as const,
    ),
  );
  return {
    "spec: all of it": (text) => text,
    "spec: a block of text": (text) =>
      `${spec({}, "page").slice(0, -1)},\n"x": |\n  ${text.replaceAll("\n", "\n  ")}\n}`,
    ...Object.fromEntries(ofFields),
    "spec: header": (text) =>
      spec({ columns: ["Status Code", "Message", "Description", { other: text }] }, "table"),
    "spec: other": (text) => spec({ other: { Extra: text } }, "status"),
    "spec: key of other": (text) => spec({ other: { [text]: "x" } }, "status"),
    "spec: deviation": (text) =>
      spec({ deviations: { description: { original: text, reason: text } } }, "status"),
    "spec: many descriptions": (text) => {
      const pieces = text.match(/[^]{1,300}/g) ?? [text];
      const entries = pieces.map((piece, index) => ({ ...error, code: `A.${index}`, description: piece }));
      const columns = ["Status Code", "Error Code", "Module", "Message", "Description", "Solution"];
      return spec({ kind: "error-codes", columns, entries }, "table");
    },
  };
}

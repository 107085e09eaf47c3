/** How the items of a numbered list are numbered: by digits, letters or Roman numerals; `#` numbers itself. */
export type Sequence = "arabic" | "loweralpha" | "upperalpha" | "lowerroman" | "upperroman" | "#";

export interface Enumerator {
  readonly format: "parens" | "rparen" | "period";
  readonly sequence: Sequence;
  readonly ordinal: number;
  /** How many characters the enumerator and the blanks behind it take. */
  readonly width: number;
}

const pattern = /^(\(?)([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)([.)])( +|$)/;

const sequences: readonly (readonly [Exclude<Sequence, "#">, RegExp])[] = [
  ["arabic", /^[0-9]+$/],
  ["loweralpha", /^[a-z]$/],
  ["upperalpha", /^[A-Z]$/],
  ["lowerroman", /^[ivxlcdm]+$/],
  ["upperroman", /^[IVXLCDM]+$/],
];

/**
 * The enumerator that a line begins with, or `undefined`. A list that goes on says which sequence is
 * expected: `i` is a Roman one, or the letter after `h`.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists
 */
export function enumeratorOf(line: string, expected?: Sequence): Enumerator | undefined {
  const [whole = "", open, text = "", close] = pattern.exec(line) ?? [];
  if (whole === "" || (open === "(" && close !== ")")) return undefined;
  const format = open === "(" ? "parens" : close === ")" ? "rparen" : "period";
  const sequence = sequenceOf(text, expected);
  const ordinal = sequence && ordinalOf(text, sequence);
  return sequence && ordinal !== undefined ? { format, sequence, ordinal, width: whole.length } : undefined;
}

function sequenceOf(text: string, expected: Sequence | undefined): Sequence | undefined {
  if (text === "#") return "#";
  if (sequences.some(([name, form]) => name === expected && form.test(text))) return expected;
  if (expected === undefined && text === "i") return "lowerroman";
  if (expected === undefined && text === "I") return "upperroman";
  return sequences.find(([, form]) => form.test(text))?.[0];
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  if (sequence === "#") return 1;
  if (sequence === "arabic") return Number(text);
  if (sequence.endsWith("alpha")) return text.toLowerCase().charCodeAt(0) - 96;
  return romanValue(text.toUpperCase());
}

const romanDigits = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
] as const;

function romanNumeral(value: number): string {
  let left = value;
  let numeral = "";
  for (const [digits, worth] of romanDigits) {
    while (left >= worth) {
      numeral += digits;
      left -= worth;
    }
  }
  return numeral;
}

/** The value of a Roman numeral in its usual form, which goes up to 4999. */
function romanValue(numeral: string): number | undefined {
  if (numeral.length > 15) return undefined;
  let value = 0;
  let rest = numeral;
  for (const [digits, worth] of romanDigits) {
    while (rest.startsWith(digits)) {
      value += worth;
      rest = rest.slice(digits.length);
    }
  }
  return value > 0 && value < 5000 && romanNumeral(value) === numeral ? value : undefined;
}

/** Tells whether a line begins with the enumerator that comes next. */
export function isNextEnumerator(line: string, { format, sequence, ordinal }: Enumerator): boolean {
  const next = enumeratorText(sequence, ordinal + 1);
  const [open, close] = { parens: ["(", ")"], rparen: ["", ")"], period: ["", "."] }[format];
  return [next, "#"].some((text) => text !== undefined && line.startsWith(`${open}${text}${close} `));
}

function enumeratorText(sequence: Sequence, ordinal: number): string | undefined {
  switch (sequence) {
    case "#":
      return "#";
    case "arabic":
      return String(ordinal);
    case "loweralpha":
    case "upperalpha": {
      const letter = ordinal > 26 ? undefined : String.fromCharCode(96 + ordinal);
      return sequence === "upperalpha" ? letter?.toUpperCase() : letter;
    }
    case "lowerroman":
      return ordinal < 5000 ? romanNumeral(ordinal).toLowerCase() : undefined;
    case "upperroman":
      return ordinal < 5000 ? romanNumeral(ordinal) : undefined;
  }
}

import { Document, isMap, isScalar, Scalar, visit } from "yaml";
import { styleNodes } from "../writeSpec.js";
import type { ValuePlace, YamlText } from "./yamlText.js";

/** A pair of a mapping as lines that begin in a column. */
export function printPair(source: YamlText, key: string, value: unknown, column: number): string {
  return inLines(print(styled({ [key]: value }), source), column, source);
}

/** An item of a list as lines: its dash in one column, what comes behind it in another. */
export function printItem(source: YamlText, value: unknown, dash: number, column: number): string {
  const lines = print(styled([value]), source).split("\n");
  const printed = lines.map((line) => line.slice(2)).join("\n");
  return " ".repeat(dash) + "-" + inLines(printed, Math.max(column, dash + 2), source).slice(dash + 1);
}

/** A pair as it is between braces. */
export function printFlowPair(key: string, value: unknown): string {
  return printFlow(styled({ [key]: value }));
}

/** A value as it is between brackets. */
export function printFlowItem(value: unknown): string {
  return printFlow(styled([value]));
}

/** A text, number or boolean without its key, in the style of the one in whose place it comes. */
export function printScalar(source: YamlText, value: unknown, was: Scalar, place: ValuePlace): string {
  const document = styled({ [place.key]: value });
  const pair = isMap(document.contents) ? document.contents.items[0] : undefined;
  if (pair) pair.key = new Scalar("k");
  if (isScalar(pair?.value) && typeof value === "string") keepStyle(pair.value, value, was);
  if (place.inFlow) return printFlow(document).slice("k: ".length);
  const lines = inLines(print(document, source), place.column, source);
  return lines.slice(place.column + "k: ".length, -source.lineEnd.length);
}

/** Quotes stay quotes around one line, and a block stays a block, with as many line ends at its end. */
function keepStyle(scalar: Scalar, text: string, { type, value }: Scalar): void {
  if (scalar.type === Scalar.QUOTE_DOUBLE) return;
  if (type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED) {
    scalar.type = type;
    scalar.value = text.trimEnd() + (/\n*$/.exec(String(value))?.[0] ?? "");
  } else if ((type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) && !text.includes("\n")) {
    scalar.type = type;
    scalar.value = text;
  }
}

function styled(value: unknown): Document {
  const document = new Document(value, { aliasDuplicateObjects: false });
  styleNodes(document);
  return document;
}

function print(document: Document, { indent, indentSeq }: YamlText): string {
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    // Where a block of text begins with a blank, the library takes for granted that it is indented by 2.
    indent: beginsBlank(document) ? 2 : indent,
    indentSeq,
  });
}

function beginsBlank(document: Document): boolean {
  let isFound = false;
  visit(document, {
    Scalar(_, { value }) {
      isFound ||= typeof value === "string" && /^\s/.test(value);
    },
  });
  return isFound;
}

/** Prints on one line, without the outermost brackets. */
function printFlow(document: Document): string {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string" || !scalar.value.includes("\n")) return;
      scalar.value = scalar.value.trimEnd();
      scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const printed = document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    collectionStyle: "flow",
    doubleQuotedMinMultiLineLength: Infinity,
  });
  return printed.trim().slice(1, -1);
}

function inLines(printed: string, column: number, { lineEnd }: YamlText): string {
  const indent = " ".repeat(column);
  return printed
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join(lineEnd);
}

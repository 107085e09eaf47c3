import { CST, type Document, isScalar, Lexer, parseDocument, Scalar, visit } from "yaml";

/** The same YAML, written in another way. */
export type Layout = (text: string) => string;

/** Ways to write a spec that a person may have. */
export const layouts: Readonly<Record<string, Layout>> = {
  "as it is": (text) => text,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "with a byte order mark": (text) => `\uFEFF${text}`,
  "without a line end at its end": (text) => text.replace(/\n$/, ""),
  "indented by 4": (text) => printed(text, { indent: 4 }),
  "with lists that are not indented": (text) => printed(text, { indentSeq: false }),
  "with quotes around everything": (text) =>
    printed(text, { defaultKeyType: "QUOTE_DOUBLE", defaultStringType: "QUOTE_SINGLE" }),
  "with entries between braces": (text) => printed(text, {}, asFlow),
  "with long lines folded": (text) => printed(text, { lineWidth: 40 }, asFolded),
  "with comments everywhere": withComments,
  "with all of this": (text) =>
    withComments(printed(text, { indent: 4, lineWidth: 60 }, asFolded))
      .replaceAll("\n", "\r\n")
      .replace(/\r\n$/, ""),
};

function printed(
  text: string,
  options: Parameters<Document["toString"]>[0],
  restyle: (document: Document) => void = () => undefined,
): string {
  // Numbers that JavaScript cannot hold stay what they are.
  const document: Document = parseDocument(text, { intAsBigInt: true });
  restyle(document);
  return document.toString({ lineWidth: 0, ...options });
}

/** Each entry of a list is on one line, if its texts allow it. */
function asFlow(document: Document): void {
  visit(document, {
    Map(_, map) {
      if (map.has("code")) map.flow = true;
    },
  });
}

function asFolded(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      const isText = isScalar(key) && ["description", "solution", "lead"].includes(String(key.value));
      if (isText && isScalar(value) && typeof value.value === "string") value.type = Scalar.BLOCK_FOLDED;
    },
  });
}

/** Comments behind each line and between the lines, wherever YAML can have them. */
function withComments(text: string): string {
  let result = "";
  let count = 0;
  let previous = "";
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    const isInText = previous === CST.SCALAR || /^[|>]/.test(previous);
    const line = result.slice(result.lastIndexOf("\n") + 1);
    if (token === "\n" && line.trim() !== "" && !line.includes("#") && !isInText)
      result += ` # behind ${++count}\n${/^ */.exec(line)?.[0] ?? ""}# below ${count}\n`;
    else if (token !== CST.SCALAR) result += token;
    previous = token;
  }
  return result;
}

import type { Colors } from "./terminalText.js";

/** A line of a spec or a page in the colours of its language; lines of other files stay as they are. */
export function paintSource(line: string, file: string, colors: Colors): string {
  if (!colors.areShown) return line;
  if (/\.ya?ml$/.test(file)) return paintYaml(line, colors);
  if (/\.rst$/.test(file)) return paintPage(line, colors);
  return line;
}

const yamlTokens = new RegExp(
  [
    /(?<comment>(?:^|(?<=\s))#.*$)/,
    /(?<key>(?:^|(?<=[\s{,-]))(?:"(?:[^"\\]|\\.)*"|[\w$][\w $-]*)(?=:(?:\s|$)))/,
    /(?<text>(?:^|(?<=[\s[{,]))(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

function paintYaml(line: string, { cyan, green, dim }: Colors): string {
  return painted(line, yamlTokens, { comment: dim, key: cyan, text: green });
}

const pageTokens = new RegExp(
  [
    /(?<border>^\s*[-=~^"+|][-=~^"+| ]*$|(?:^|(?<=\s))\|(?=\s|$))/,
    /(?<directive>\.\. (?:_[^:]+:|[\w:-]+::)|:[\w-]+:(?=`|\s))/,
    /(?<text>``[^`]+``|`[^`]+`_{0,2})/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

function paintPage(line: string, { cyan, green, dim }: Colors): string {
  return painted(line, pageTokens, { border: dim, directive: cyan, text: green });
}

/** A line whose tokens are painted, each by the name of its group. */
function painted(
  line: string,
  tokens: RegExp,
  paints: Readonly<Record<string, (text: string) => string>>,
): string {
  return line.replace(tokens, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const name = Object.keys(paints).find((each) => groups[each] !== undefined);
    return name === undefined ? token : (paints[name]?.(token) ?? token);
  });
}

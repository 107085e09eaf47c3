import { defineReader, type ReaderCell } from "statusgen";
import { textToMarkdown } from "statusgen/emit";

/** A page such as `[{ "code": "ORD.1", "message": "Closed" }]`, with one code on each line. */
export const jsonList = defineReader({
  name: "json-list",
  accepts: /\.json$/,
  read: (bytes) => {
    const lines = new TextDecoder().decode(bytes).split("\n");
    const items = lines.flatMap((line, index) => {
      const text = line.trim().replace(/,$/, "");
      return text.startsWith("{")
        ? [{ line: index + 1, said: JSON.parse(text) as Item }]
        : [];
    });
    const keys = [...new Set(items.flatMap(({ said }) => Object.keys(said)))];
    const cell = (
      text: string | number | undefined,
      line: number,
    ): ReaderCell => ({
      markdown: textToMarkdown(`${text ?? ""}`),
      lines: { start: line, end: line + 1 },
    });
    const rows = items.map(({ line, said }) =>
      keys.map((key) => cell(said[key], line)),
    );
    const table = {
      header: keys.map((key) => cell(titles[key] ?? key, 1)),
      rows,
      lines: { start: 1, end: lines.length + 1 },
    };
    // What people read on a line: the values, without JSON's signs and keys.
    const said = new Map(
      items.map(({ line, said: item }) => [
        line,
        Object.values(item).join(" "),
      ]),
    );
    return {
      tables: [table],
      text: lines.map((_, index) => said.get(index + 1) ?? "").join("\n"),
      findings: lines.flatMap((line, index) =>
        /^\s*(?:[[\]]?|\{.*\},?)\s*$/.test(line)
          ? []
          : [{ line: index + 1, message: "This line is no code by itself." }],
      ),
    };
  },
});

type Item = Readonly<Record<string, string | number>>;

const titles: Readonly<Record<string, string>> = {
  code: "Error Code",
  message: "Message",
  status: "Status Code",
};

import fc from "fast-check";
import type { ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import { blockMarkdown } from "../../generator/markdown/printMarkdown.js";
import type { Spec } from "../../generator/spec/definition.js";

/** Words as vendors write them, and words that are markup somewhere. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}$/) },
  fc.constantFrom(
    "a*b",
    "snake_case",
    "_x",
    "x_",
    "**",
    "<a>",
    "|",
    "a|b",
    "\\",
    "`",
    "e.g.",
    "%s",
    "x:",
    '"q"',
    "(y)",
    "[z]",
    "#1",
    "1.",
    "é",
    "表",
    "C:\\d",
    "&amp;",
    "{id}",
    "~",
    "'",
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((each) => each.join(" "));
const plainWords = fc
  .array(fc.stringMatching(/^[A-Za-z]{1,9}$/), { minLength: 1, maxLength: 3 })
  .map((each) => each.join(" "));

const text = words.map((value): PhrasingContent => ({ type: "text", value }));
const marked: fc.Arbitrary<PhrasingContent> = fc.oneof(
  plainWords.map((value): PhrasingContent => ({ type: "strong", children: [{ type: "text", value }] })),
  plainWords.map((value): PhrasingContent => ({ type: "emphasis", children: [{ type: "text", value }] })),
  plainWords.map((value): PhrasingContent => ({ type: "inlineCode", value })),
  plainWords.map((value): PhrasingContent => ({
    type: "link",
    url: "https://example.com/a",
    children: [{ type: "text", value }],
  })),
  plainWords.map((value): PhrasingContent => ({
    type: "link",
    url: "#some_label",
    children: [{ type: "text", value }],
  })),
);
const space: PhrasingContent = { type: "text", value: " " };

/** Text, or text with a piece of markup in its middle. */
const paragraph = fc
  .oneof(
    text.map((only) => [only]),
    fc.tuple(text, marked, text).map(([a, b, c]) => [a, space, b, space, c]),
  )
  .map((children): Paragraph => ({ type: "paragraph", children: joined(children) }));

/** Two pieces of text side by side are one. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === "text" && node.type === "text")
      result.splice(-1, 1, { type: "text", value: last.value + node.value });
    else result.push(node);
  }
  return result;
}

const list = fc
  .tuple(fc.boolean(), fc.array(paragraph, { minLength: 2, maxLength: 3 }))
  .map(([ordered, paragraphs]): RootContent => {
    const children = paragraphs.map((each): ListItem => ({
      type: "listItem",
      spread: false,
      children: [each],
    }));
    return { type: "list", ordered, spread: false, children, ...(ordered && { start: 1 }) };
  });

/** Descriptions: a paragraph, several, or a paragraph with a list. */
const description = fc
  .oneof(
    { weight: 4, arbitrary: paragraph.map((only): RootContent[] => [only]) },
    fc.array(paragraph, { minLength: 2, maxLength: 3 }),
    fc.tuple(paragraph, list).map((blocks): RootContent[] => blocks),
  )
  .map(blockMarkdown);
const line = paragraph.map((only) => blockMarkdown([only]));

const statusCodes = fc.uniqueArray(fc.integer({ min: 100, max: 599 }).map(String), {
  minLength: 1,
  maxLength: 5,
});

const statusTable = fc
  .tuple(
    fc.constantFrom(["Status Code", "Message", "Description"], ["Status Code", "Description"]),
    statusCodes,
  )
  .chain(([columns, codes]) =>
    fc
      .array(fc.tuple(line, description), { minLength: codes.length, maxLength: codes.length })
      .map((texts) => ({
        kind: "status-codes" as const,
        columns,
        entries: codes.map((code, index) => {
          const [message = "", said = ""] = texts[index] ?? [];
          return { code, name: `Status${code}`, ...(columns.length === 3 && { message }), description: said };
        }),
      })),
  );

const errorEntry = fc.record({
  status: fc.constantFrom("400", "404", "400/404"),
  message: line,
  description,
  solution: line,
});
const errorTable = fc.array(errorEntry, { minLength: 2, maxLength: 5 }).map((entries) => ({
  kind: "error-codes" as const,
  columns: ["Status Code", "Error Code", "Error Message", "Description", "Solution"],
  entries: entries.map(({ status, ...texts }, index) => ({ code: `Apig.${1000 + index}`, status, ...texts })),
}));

const surroundings = fc.record(
  {
    label: fc.stringMatching(/^table[0-9]{3,9}$/),
    title: plainWords,
    lead: plainWords.map((start) => `${start} {table} lists codes.`),
  },
  { requiredKeys: ["label", "title"] },
);

/** A spec with one or two tables, of which every text is Markdown as import writes it. */
export const randomSpec: fc.Arbitrary<Spec> = fc
  .tuple(
    plainWords.map((words) => `Codes ${words}`),
    fc.array(fc.tuple(fc.option(surroundings, { nil: {} }), fc.oneof(statusTable, errorTable)), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(
    ([title, tables]) =>
      ({
        service: { id: "random", name: "Random" },
        page: { id: "random_0001", title },
        tables: tables.map(([around, { kind, ...table }]) => ({ kind, ...around, ...table })),
      }) as Spec,
  );

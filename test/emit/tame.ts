import fc from "fast-check";
import type { Catalogue } from "../../generator/catalogue/catalogue.js";
import { catalogueOf } from "./emittedTree.js";

/** Texts that try to leave the comment, literal, cell or block that they are written to. */
export const breakers = [
  "*/ globalThis.x = 1; /*",
  "\n*/\nglobalThis.x = 1;\n/*\n",
  "\u2028globalThis.x = 1;\u2029",
  "\r\n// x\r",
  "`${globalThis.x = 1}`",
  '"; globalThis.x = 1; "',
  "\\",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- x --> -->",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt&#58;alert(1))",
  "[x](<\tdata:text/html,x>)",
  "[x](vbscript:x) ![y](z)",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "a | b\n--- | ---\nc | d",
  "# x\n\n---\n\nx\n===",
  "\n.. include:: /etc/passwd\n",
  "\n.. raw:: html\n\n   <b>\n",
  "&#10;&#10;.. raw:: html&#10;&#10;   <b>",
  "&NewLine;&NewLine;.. include:: /etc/passwd&NewLine;&NewLine;",
  "[x](#y&#10;&#10;.. include:: /etc/passwd&#10;)",
  "[`x](<#y>`&#10;.. raw::>)",
  "&#x2028;&#x85;.. raw:: html&#x1c;&#x1c;",
  ":raw:`x` :x:y:`z`",
  "x\n\n.. [1] y\n.. |z| image:: w\n\n[1]_ |z|",
  ":raw-html:`<b>` |x|",
  "\u202e\u2066x\u2069\u200f",
  "key: &a [*a]\n- !!js/function x",
  "---\n...\n%YAML 1.1",
] as const;

const breaking = fc
  .array(fc.oneof(fc.constantFrom(...breakers), fc.constantFrom("word", " ", "|", "- ", "> ", "```\n")), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => `A${pieces.join("")}b.`);

/** A spec's texts by name; the tame ones say nothing anywhere. */
type Texts = (name: string) => string;

function specOf(texts: Texts, entries: number) {
  const each = (field: string) => Array.from({ length: entries }, (_, index) => texts(`${field} ${index}`));
  return {
    service: { id: "tried", name: texts("service"), prefix: "Tried" },
    page: { id: "tried", title: texts("page") },
    tables: [
      {
        kind: "status-codes",
        title: texts("title"),
        lead: texts("lead"),
        columns: [
          { code: "Code" },
          { message: texts("header") },
          { description: "What" },
          { other: texts("other") },
        ],
        entries: each("description").map((description, index) => ({
          code: String(200 + index),
          name: `Status${index}`,
          message: texts(`message ${index}`),
          description,
          other: { [texts("other")]: texts(`cell ${index}`) },
        })),
      },
      {
        kind: "error-codes",
        columns: ["code", "module", "message", "description", "solution"].map((role) => ({
          [role]: `The ${role}`,
        })),
        entries: each("code").map((code, index) => ({
          code,
          name: `Error${index}`,
          module: texts(`module ${index}`),
          message: texts(`why ${index}`),
          description: texts(`what ${index}`),
          solution: texts(`how ${index}`),
        })),
      },
    ],
  };
}

function readAsSpec(data: unknown): Catalogue {
  return catalogueOf([{ file: "spec/tried.yaml", text: JSON.stringify(data) }]);
}

/** Two specs of one structure: in one each text is a breaker, in the other a word. */
export const twins: fc.Arbitrary<{ readonly hostile: Catalogue; readonly tame: Catalogue }> = fc
  .tuple(fc.infiniteStream(breaking), fc.integer({ min: 1, max: 3 }))
  .map(([stream, entries]) => {
    const chosen = new Map<string, string>();
    const hostile: Texts = (name) => {
      const number = chosen.size;
      // Numbered, so that no two texts are the same in one spec and not in the other.
      const text = chosen.get(name) ?? `${String(stream.next().value)} (${number}).`;
      chosen.set(name, text);
      return text;
    };
    return {
      hostile: readAsSpec(specOf(hostile, entries)),
      tame: readAsSpec(specOf((name) => `Tame ${name}.`, entries)),
    };
  });

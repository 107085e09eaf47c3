import fc from "fast-check";
import type { Nodes } from "mdast";
import { RstDirective, type RstNode, RstToMdCompiler } from "rst-compiler";
import ts from "typescript";
import { expect, test } from "vitest";
import type { Catalogue } from "../../generator/catalogue/catalogue.js";
import { enumStyles } from "../../generator/emit/emitter.js";
import { emitterNames } from "../../generator/emit/emitters.js";
import { activeOnPages, hasDocutils } from "../docutils/askDocutils.js";
import { inColumns } from "../page/inColumns.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import type { Spec } from "../../generator/spec/definition.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { expectInert, parsePage } from "../hostile/inert.js";
import { emitTree } from "./emittedTree.js";
import { hostileCatalogue, tried } from "./hostileSpecs.js";
import { breakers, twins } from "./tame.js";

const anyCatalogue = fc.oneof(
  hostileCatalogue,
  twins.map(({ hostile }) => hostile),
);

test("every emitter is held against texts that break out", () => {
  // A new emitter belongs into the tests of this file.
  expect(emitterNames).toEqual([
    "typescript",
    "markdown",
    "json",
    "json-schema",
    "page",
    "openapi",
    "problems",
  ]);
});

test("whatever the texts of a spec are, nothing of them is active in any file", async () => {
  await fc.assert(
    fc.asyncProperty(anyCatalogue, async (catalogue) => {
      expectInert(await emitTree(catalogue));
    }),
    tried(60),
  );
});

test("texts change nothing of the TypeScript but its literals and comments", async () => {
  await fc.assert(
    fc.asyncProperty(twins, fc.constantFrom(...enumStyles), async ({ hostile, tame }, style) => {
      const [a, b] = await Promise.all(
        [hostile, tame].map(async (each) =>
          (await emitTree(each, style, ["typescript"])).map(({ text }) => codeOf(text)),
        ),
      );
      expect(a).toEqual(b);
    }),
    tried(40),
  );
});

/** The tokens of a module, its literals left out; a comma before a closing bracket is a matter of layout. */
function codeOf(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const tokens: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isKey = kind === ts.SyntaxKind.StringLiteral || kind === ts.SyntaxKind.Identifier;
    const isText = kind === ts.SyntaxKind.StringLiteral || (isKey && /^Tame/.test(scanner.getTokenValue()));
    tokens.push(isText ? "TEXT" : scanner.getTokenText());
  }
  return tokens
    .join(" ")
    .replaceAll(/ ,(?= [)\]}])/g, "")
    .replaceAll(/(?<=[=(:,<]) \|(?= TEXT)/g, "");
}

test("texts change nothing of the Markdown but its inline content", async () => {
  await fc.assert(
    fc.asyncProperty(twins, async ({ hostile, tame }) => {
      const [a, b] = await Promise.all([hostile, tame].map(structuresOf));
      expect(a).toEqual(b);
    }),
    tried(60),
  );
});

/** Each page's headings, lists and tables, with their rows and cells. */
async function structuresOf(catalogue: Catalogue): Promise<string[]> {
  const files = await emitTree(catalogue, "enum", ["markdown"]);
  return files.map(({ text }) => outline(parsePage(text))).sort();
}

function outline(node: Nodes): string {
  if (!("children" in node) || ["heading", "paragraph", "tableCell"].includes(node.type)) return node.type;
  return `${node.type}(${node.children.map(outline).join(" ")})`;
}

test("a page has no directives and roles but those that tables, notes and code are written with", async () => {
  await fc.assert(
    fc.asyncProperty(twins, async ({ hostile }) => {
      const [page] = await emitTree(hostile, "enum", ["page"]);
      const { root } = new RstToMdCompiler().parse(inColumns(page?.text ?? "").narrow);
      const visit = (node: RstNode): void => {
        if (node instanceof RstDirective)
          expect(["table", "list-table", "note", "code-block"]).toContain(node.directive);
        expect(["SubstitutionDef", "SubstitutionRef", "FootnoteDef", "CitationDef"]).not.toContain(
          node.nodeType,
        );
        node.children.forEach(visit);
      };
      visit(root);
    }),
    tried(60),
  );
});

test("docutils finds nothing active on any page that these tests write", async ({ skip }) => {
  skip(!hasDocutils, "No Python with docutils is installed (Debian: python3-docutils).");
  const pages: string[] = [];
  await fc.assert(
    fc.asyncProperty(anyCatalogue, async (catalogue) => {
      const written = await emitTree(catalogue, "enum", ["page"]);
      pages.push(...written.map(({ text }) => text));
    }),
    tried(120),
  );
  const active = activeOnPages(pages).flatMap((found, index) =>
    found.map((each) => ({ each, page: pages[index] })),
  );
  expect(active.slice(0, 3)).toEqual([]);
  expect(pages.length).toBeGreaterThanOrEqual(tried(101).numRuns);
});

const anyText = fc
  .oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom(...breakers))
  .chain((text) =>
    fc.constantFrom(text, `${text}\n\nA second line.`, ` ${text}`, `${text}\n`, `# ${text}\n: x`),
  );

test("a spec that is written reads as it was, whatever its texts", () => {
  fc.assert(
    fc.property(anyText, anyText, (text, code) => {
      const spec = {
        service: { id: "tried", name: text },
        page: { id: "tried", title: code },
        tables: [
          {
            kind: "error-codes",
            columns: [{ other: text }, code],
            entries: [{ code, status: code, description: text, other: { [`x${text}`]: text } }],
          },
        ],
      };
      const { data, problems } = parseYaml("a.yaml", writeSpec(spec as unknown as Spec, "schema.json"));
      expect(problems).toEqual([]);
      expect(atEnds(data)).toEqual(atEnds(spec));
    }),
    tried(2000),
  );
});

/** A block of text ends in a line feed in the file, which no reader of a spec takes for a part of it. */
function atEnds(data: unknown): unknown {
  if (typeof data === "string") return data.replace(/\n$/, "");
  if (Array.isArray(data)) return data.map(atEnds);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, atEnds(value)]));
}

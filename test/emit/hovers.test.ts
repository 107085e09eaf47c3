import ts from "typescript";
import { expect, test } from "vitest";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";

test("editors name the page of every export and of every member", async () => {
  for (const { declared, page } of await declaredByService()) {
    const members = declared.filter(ts.isEnumDeclaration).flatMap((declaration) => [...declaration.members]);
    expect(declared.length).toBeGreaterThan(0);
    for (const node of [...declared, ...members]) expect(documentationOf(node)).toContain(page.id);
  }
});

test("editors say something of every property of a type", async () => {
  for (const { declared } of await declaredByService()) {
    const properties = declared.filter(ts.isInterfaceDeclaration).flatMap(({ members }) => [...members]);
    for (const property of properties) expect(documentationOf(property)).not.toBe("");
  }
});

test("a retired code is struck through, as a member and as a constant", async () => {
  const text = (await typescriptFiles()).get("everything/index.ts") ?? "";
  expect(text.match(/@deprecated 418: retired since 2\.3\./g)).toHaveLength(2);
});

async function typescriptFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await emitTree(fixtureCatalogue(), "enum", ["typescript"]);
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** What each service's module exports, and the page that it comes from. */
async function declaredByService() {
  const files = await typescriptFiles();
  return fixtureCatalogue().services.map(({ id, page }) => {
    const text = files.get(`${id}/index.ts`) ?? "";
    const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true);
    const exported = source.statements.filter(isExported);
    const names = exported.map((node) => (ts.isFunctionDeclaration(node) ? node.name?.text : undefined));
    // Editors show a function's overloads, and not what implements them.
    const isImplementation = (node: ts.Node, index: number) =>
      ts.isFunctionDeclaration(node) && node.body !== undefined && names[index - 1] === names[index];
    return { page, declared: exported.filter((node, index) => !isImplementation(node, index)) };
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function documentationOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getText())
    .join("\n");
}

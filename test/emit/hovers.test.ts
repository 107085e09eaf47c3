import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";

const files = await emitTree(fixtureCatalogue, "enum", ["typescript"]);

describe.each(fixtureCatalogue.services)("what editors show of $id", ({ id, page }) => {
  const text = files.find(({ path }) => path === `${id}/index.ts`)?.text ?? "";
  const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true);
  const declared = source.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );

  test("names the page of every export and of every member", () => {
    const members = declared.filter(ts.isEnumDeclaration).flatMap((declaration) => [...declaration.members]);
    expect(declared.length).toBeGreaterThan(0);
    for (const node of [...declared, ...members]) expect(documentationOf(node)).toContain(page.id);
  });

  test("says something of every property of a type", () => {
    const properties = declared.filter(ts.isInterfaceDeclaration).flatMap(({ members }) => [...members]);
    for (const property of properties) expect(documentationOf(property)).not.toBe("");
  });
});

test("a retired code is struck through, as a member and as a constant", () => {
  const text = files.find(({ path }) => path === "everything/index.ts")?.text ?? "";
  expect(text.match(/@deprecated 418 is retired since 2\.3\./g)).toHaveLength(2);
});

function documentationOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getText())
    .join("\n");
}

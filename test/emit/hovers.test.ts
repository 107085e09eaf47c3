import ts from "typescript";
import { expect, test } from "vitest";
import { serviceNames } from "../../generator/catalogue/serviceNames.js";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";
import { onlySpec } from "../pageSpecs.js";

test("editors lead to the page from every enum and member: to its revision, or by its name", async () => {
  for (const { declared, page, service } of await declaredByService()) {
    const enums = declared.filter(ts.isEnumDeclaration);
    const constants = declared.filter(ts.isVariableStatement);
    const aboutPage = constants.filter((node) => nameOf(node) === serviceNames(service).pages);
    expect(aboutPage).toHaveLength(1);
    const place = page.permalink === undefined ? page.id : `@see ${page.permalink}`;
    for (const node of [...aboutPage, ...enums.flatMap((each) => [each, ...each.members])]) {
      expect(documentationOf(node)).toContain(place);
    }
  }
});

test("a constant says what its member says, without the page", async () => {
  for (const { declared, service } of await declaredByService()) {
    const names = serviceNames(service);
    const constants = new Map(
      declared.filter(ts.isVariableStatement).map((node) => [nameOf(node), documentationOf(node)]),
    );
    for (const declaration of declared.filter(ts.isEnumDeclaration)) {
      const isStatus = declaration.name.text === names.statusCode;
      for (const member of declaration.members) {
        const constant = `${isStatus ? names.statusConstant : names.errorConstant}${member.name.getText()}`;
        expect(wordsOf(constants.get(constant) ?? "")).toBe(
          wordsOf(documentationOf(member).replace(/(?:Page: |@see ).*/, "")),
        );
      }
    }
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
  return fixtureCatalogue().services.map((service) => {
    const { id } = service;
    const { page } = onlySpec(service);
    const text = files.get(`${id}/index.ts`) ?? "";
    const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true);
    const exported = source.statements.filter(isExported);
    const names = exported.map((node) => (ts.isFunctionDeclaration(node) ? node.name?.text : undefined));
    // Editors show a function's overloads, and not what implements them.
    const isImplementation = (node: ts.Node, index: number) =>
      ts.isFunctionDeclaration(node) && node.body !== undefined && names[index - 1] === names[index];
    return { service, page, declared: exported.filter((node, index) => !isImplementation(node, index)) };
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

function nameOf(statement: ts.VariableStatement): string {
  return statement.declarationList.declarations.map(({ name }) => name.getText()).join();
}

/** The words of a comment, wherever its lines and stars are. */
function wordsOf(comment: string): string {
  return comment
    .replaceAll(/^\s*(?:\/\*)?\*+\/?|\*\/$/gm, "")
    .split(/\s+/)
    .join(" ")
    .trim();
}

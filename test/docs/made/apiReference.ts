import { join } from "node:path";
import {
  type FunctionDeclaration,
  type InterfaceDeclaration,
  type JSDocableNode,
  type Node,
  Project,
  type PropertySignature,
  SyntaxKind,
  type TypeAliasDeclaration,
  TypeFormatFlags,
} from "ts-morph";
import { builtInFields, type Field } from "../../../generator/spec/fields.js";
import { repository } from "../../testProject.js";
import { markdownTable } from "./markdownTable.js";

type TypeDeclaration = InterfaceDeclaration | TypeAliasDeclaration;

/** The programmatic API from its doc comments: every function, and every type that one of them mentions. */
export function apiReference(): string {
  const project = new Project({ tsConfigFilePath: join(repository, "generator/tsconfig.json") });
  const exported = project
    .getSourceFileOrThrow(join(repository, "generator/index.ts"))
    .getExportedDeclarations();
  const declarations = [...exported.values()].flat();
  const functions = declarations.flatMap((node) => node.asKind(SyntaxKind.FunctionDeclaration) ?? []);
  const types = withMentioned(declarations.flatMap((node) => typeDeclaration(node) ?? []));
  return ["## Functions", ...functions.map(functionEntry), "## Types", ...types.map(typeEntry)].join("\n\n");
}

function typeDeclaration(node: Pick<Node, "asKind">): TypeDeclaration | undefined {
  return node.asKind(SyntaxKind.InterfaceDeclaration) ?? node.asKind(SyntaxKind.TypeAliasDeclaration);
}

/** The types, and all that these mention, in alphabetical order. */
function withMentioned(types: readonly TypeDeclaration[]): TypeDeclaration[] {
  const found = new Set(types);
  for (const type of found) {
    const parts = type.asKind(SyntaxKind.InterfaceDeclaration) ? fieldsOf(type) : [type];
    for (const name of parts.flatMap((part) => part.getDescendantsOfKind(SyntaxKind.Identifier))) {
      const symbol = name.getSymbol();
      for (const node of (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? []) {
        const mentioned = typeDeclaration(node);
        if (mentioned && !node.getSourceFile().isInNodeModules()) found.add(mentioned);
      }
    }
  }
  return [...found].sort((a, b) => (a.getName() < b.getName() ? -1 : 1));
}

/** The fields of an interface and of those that it extends, without the internal ones. */
function fieldsOf(node: TypeDeclaration): PropertySignature[] {
  return node
    .getType()
    .getProperties()
    .flatMap((property) => property.getDeclarations())
    .flatMap((field) => field.asKind(SyntaxKind.PropertySignature) ?? [])
    .filter(
      (field) =>
        !field.getJsDocs().some((doc) => doc.getTags().some((tag) => tag.getTagName() === "internal")),
    );
}

function functionEntry(node: FunctionDeclaration): string {
  const name = node.getName() ?? "";
  const parameters = node.getParameters().map((parameter) => {
    const type = parameter.getTypeNode()?.getText() ?? "";
    const name = parameter.getNameNode().asKind(SyntaxKind.Identifier)?.getText() ?? "options";
    return `${name}${parameter.isOptional() ? "?" : ""}: ${type}`;
  });
  const result = node.getReturnTypeNode()?.getText() ?? "void";
  return [
    `### ${name}`,
    code(`function ${name}(${parameters.join(", ")}): ${result};`),
    description(node),
    ...tagged(node, "returns", "Returns"),
    ...tagged(node, "throws", "Throws"),
  ].join("\n\n");
}

function tagged(node: JSDocableNode, tag: string, verb: string): string[] {
  const tags = node.getJsDocs().flatMap((doc) => doc.getTags());
  return tags.flatMap((each) =>
    each.getTagName() === tag ? [`${verb} ${oneLine(each.getCommentText() ?? "")}.`] : [],
  );
}

function typeEntry(node: TypeDeclaration): string {
  const alias = node.asKind(SyntaxKind.TypeAliasDeclaration);
  return alias ? aliasEntry(alias) : interfaceEntry(node);
}

function interfaceEntry(node: TypeDeclaration): string {
  const rows = fieldsOf(node).map((field) => [
    `\`${field.getName()}${field.hasQuestionToken() ? "?" : ""}\``,
    `\`${oneLine(field.getTypeNode()?.getText() ?? "")}\``,
    oneLine(description(field)),
  ]);
  rows.push(...fieldsOfEntries(node));
  return [`### ${node.getName()}`, description(node), markdownTable(["Field", "Type", "Meaning"], rows)].join(
    "\n\n",
  );
}

/** What an entry's type takes from the table of fields. */
function fieldsOfEntries(node: TypeDeclaration): string[][] {
  if (!node.getName().endsWith("Entry")) return [];
  const properties = new Map(
    node
      .getType()
      .getProperties()
      .map((each) => [each.getName(), each]),
  );
  return builtInFields.flatMap(({ name, type, doc }: Field) => {
    const property = properties.get(name);
    const nameInTable = `\`${name}${property?.isOptional() ? "?" : ""}\``;
    return property ? [[nameInTable, type === "boolean" ? "`boolean`" : "`string`", doc]] : [];
  });
}

function aliasEntry(node: TypeAliasDeclaration): string {
  const type = node.getType().getText(undefined, TypeFormatFlags.InTypeAlias | TypeFormatFlags.NoTruncation);
  return [`### ${node.getName()}`, description(node), code(`type ${node.getName()} = ${type};`)].join("\n\n");
}

function code(text: string): string {
  return `\`\`\`ts\n${text}\n\`\`\``;
}

function description(node: JSDocableNode): string {
  const texts = node.getJsDocs().map((doc) => doc.getDescription().trim());
  return texts.join("\n\n");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

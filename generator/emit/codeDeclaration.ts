import {
  type EnumDeclarationStructure,
  type StatementStructures,
  StructureKind,
  type TypeAliasDeclarationStructure,
  VariableDeclarationKind,
} from "ts-morph";
import type { CodeSet } from "./codeSet.js";
import { docComment } from "./docComment.js";
import type { EnumStyle } from "./emitter.js";

/** Declares a set of codes in the given style. All three give a type of the set's name. */
export function codeDeclaration(codes: CodeSet, style: EnumStyle): StatementStructures[] {
  switch (style) {
    case "enum":
      return [enumDeclaration(codes)];
    case "const-object":
      return constObject(codes);
    case "union":
      return [unionOfLiterals(codes.name, codes.doc, codes)];
  }
}

/** A union of the codes' literals. */
export function unionOfLiterals(
  name: string,
  doc: string,
  { members }: CodeSet,
): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name,
    docs: [`\n${doc}`],
    type: members.map(({ literal }) => literal).join(" | "),
  };
}

function enumDeclaration({ name, doc, members }: CodeSet): EnumDeclarationStructure {
  return {
    kind: StructureKind.Enum,
    isExported: true,
    name,
    docs: [`\n${doc}`],
    members: members.map((member) => ({
      name: member.name,
      initializer: member.literal,
      docs: [`\n${member.doc}`],
    })),
  };
}

function constObject({ name, doc, members }: CodeSet): StatementStructures[] {
  const properties = members.map((member) => `${docComment(member.doc)}\n${member.name}: ${member.literal},`);
  return [
    {
      kind: StructureKind.VariableStatement,
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      docs: [`\n${doc}`],
      declarations: [{ name, initializer: `{\n${properties.join("\n")}\n} as const` }],
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name,
      docs: [`\n${doc}`],
      type: `(typeof ${name})[keyof typeof ${name}]`,
    },
  ];
}

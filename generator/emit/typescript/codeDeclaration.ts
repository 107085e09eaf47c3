import { type EnumDeclarationStructure, StructureKind } from "ts-morph";
import { broken, docComment, type EnumStyle, jsDoc, type Statement, textProperty } from "../api.js";
import { constant } from "./constant.js";
import type { CodeSet } from "./codeSet.js";
import { objectLiteral, unionDeclaration } from "./literals.js";

/** Declares a set of codes in the given style. All three give a type of the set's name. */
export function codeDeclaration(codes: CodeSet, style: EnumStyle): Statement[] {
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
export function unionOfLiterals(name: string, doc: string, { members }: CodeSet): string {
  const union = unionDeclaration(
    `export type ${name} =`,
    members.map(({ literal }) => literal),
  );
  return `${docComment(doc)}\n${union}`;
}

function enumDeclaration({ name, doc, members }: CodeSet): EnumDeclarationStructure {
  return {
    kind: StructureKind.Enum,
    isExported: true,
    name,
    docs: [jsDoc(doc)],
    members: members.map((member) => ({
      name: member.name,
      initializer: member.literal,
      docs: [jsDoc(member.doc)],
      trailingTrivia: ",",
    })),
  };
}

function constObject({ name, doc, members }: CodeSet): Statement[] {
  const properties = members.map((member) => {
    const property = /^[-\d]/.test(member.literal)
      ? `${member.name}: ${member.literal}`
      : textProperty(member.name, member.literal, 1);
    return `${docComment(member.doc)}\n${property}`;
  });
  const type = broken(`export type ${name} =`, `(typeof ${name})[keyof typeof ${name}];`);
  return [
    constant({ name, doc, value: `${objectLiteral(properties)} as const` }),
    `${docComment(doc)}\n${type}`,
  ];
}

import { type VariableStatementStructure, StructureKind, VariableDeclarationKind } from "ts-morph";

/** A variable to be declared; private to its module where it has no documentation. */
export interface Constant {
  readonly name: string;
  readonly doc?: string;
  readonly type?: string;
  readonly value: string;
}

export function constant({ name, doc, type, value }: Constant): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: doc !== undefined,
    declarationKind: VariableDeclarationKind.Const,
    docs: doc === undefined ? [] : [doc.includes("\n") ? `\n${doc}` : doc],
    declarations: [{ name, ...(type !== undefined && { type }), initializer: value }],
  };
}

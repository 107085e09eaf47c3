import { type FunctionDeclarationStructure, StructureKind } from "ts-morph";

/** A function to be exported. */
export interface ExportedFunction {
  readonly name: string;
  readonly doc: string;
  readonly parameter?: { readonly name: string; readonly type: string };
  /** What it returns. */
  readonly type: string;
  readonly statements: readonly string[];
}

export function exportedFunction(declared: ExportedFunction): FunctionDeclarationStructure {
  const { name, doc, parameter, type, statements } = declared;
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: [`\n${doc}`],
    parameters: parameter ? [parameter] : [],
    returnType: type,
    statements: [...statements],
  };
}

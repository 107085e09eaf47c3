import { type FunctionDeclarationStructure, StructureKind } from "ts-morph";

export interface Guard {
  readonly name: string;
  readonly doc: string;
  /** The type that the guard narrows to. */
  readonly type: string;
  /** The values of the type, as TypeScript literals. */
  readonly literals: readonly string[];
}

/** A type guard. A `switch` compares strictly and knows no prototype: `"constructor"` is no code. */
export function guardFunction({ name, doc, type, literals }: Guard): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: [`\n${doc}`],
    parameters: [{ name: "value", type: "unknown" }],
    returnType: `value is ${type}`,
    statements: [
      `switch (value) {
        ${literals.map((literal) => `case ${literal}:`).join("\n")}
          return true;
        default:
          return false;
      }`,
    ],
  };
}

import type { FunctionDeclarationStructure } from "ts-morph";
import { functionDeclaration } from "./functionDeclaration.js";
import { fits } from "./layout.js";

export interface Guard {
  readonly name: string;
  readonly doc: string;
  /** The type that the guard narrows to. */
  readonly type: string;
  /** The values of the type, as TypeScript literals. */
  readonly literals: readonly string[];
  /** The union of the values, if `type` is an enum of numbers: two enums have no value in common. */
  readonly union?: string | undefined;
}

/** A type guard. A `switch` compares strictly and knows no prototype: `"constructor"` is no code. */
export function guardFunction({ name, doc, type, literals, union }: Guard): FunctionDeclarationStructure {
  const guard = functionDeclaration({
    name,
    doc,
    parameters: [{ name: "value", type: "unknown" }],
    type: `value is ${type}`,
    statements: [
      [
        "switch (value) {",
        ...literals.map((literal) => `  case ${literal}:`),
        "    return true;",
        "  default:",
        "    return false;",
        "}",
      ].join("\n"),
    ],
  });
  return union === undefined ? guard : { ...guard, docs: [], overloads: overloads(guard, type, union) };
}

/**
 * Of a number, the guard tells that it is of the enum; of an enum or union, which of its codes the service has as
 * well, so that the guards of two services can be asked about one status.
 */
function overloads(
  { name, docs = [], parameters = [], returnType = "" }: FunctionDeclarationStructure,
  type: string,
  union: string,
): NonNullable<FunctionDeclarationStructure["overloads"]> {
  const narrowed = `value is Code & SharedStatus<Code, ${type}, ${union}>`;
  const isOnOneLine = fits(`export function ${String(name)}<Code extends number>(value: Code): ${narrowed};`);
  const value = isOnOneLine ? { name: "value", type: "Code" } : { name: "\nvalue: Code,\n" };
  return [
    {
      docs,
      isExported: true,
      typeParameters: ["Code extends number"],
      parameters: [value],
      returnType: narrowed,
    },
    { docs, isExported: true, parameters, returnType },
  ];
}

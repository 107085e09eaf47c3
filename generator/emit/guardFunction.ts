import type { FunctionDeclarationStructure } from "ts-morph";
import { functionDeclaration } from "./functionDeclaration.js";

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
  return functionDeclaration({
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
}

import { functionDeclaration } from "./functionDeclaration.js";

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
export function guardFunction({ name, doc, type, literals, union }: Guard): string {
  const own = { parameters: [{ name: "value", type: "unknown" }], type: `value is ${type}` };
  return functionDeclaration({
    name,
    doc,
    ...own,
    overloads: union === undefined ? [] : [ofOtherCodes(union), own],
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

/**
 * An enum or union, such as that of another service, is narrowed to those of its codes that this service has as
 * well: two enums have nothing in common for TypeScript, although a number may pass the guards of both.
 */
function ofOtherCodes(union: string) {
  return {
    typeParameter: "Code extends ValidStatus",
    parameters: [{ name: "value", type: "Code" }],
    type: `value is Extract<Code, ${union}>`,
  };
}

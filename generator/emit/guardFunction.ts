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
  return union === undefined ? guard : { ...guard, docs: [], overloads: overloads(guard, { type, union }) };
}

/**
 * An enum or union, such as that of another service, is narrowed to those of its codes that this service has as
 * well: two enums have nothing in common for TypeScript, although a number may pass the guards of both.
 */
function overloads(
  { name = "", docs = [] }: FunctionDeclarationStructure,
  { type, union }: { readonly type: string; readonly union: string },
): NonNullable<FunctionDeclarationStructure["overloads"]> {
  const shared = `value is Extract<Code, ${union}>`;
  const overload = (typeParameter: string, value: string, returned: string) => {
    const generic = typeParameter === "" ? "" : `<${typeParameter}>`;
    const isOnOneLine = fits(`export function ${name}${generic}(value: ${value}): ${returned};`);
    return {
      docs,
      isExported: true,
      typeParameters: typeParameter === "" ? [] : [typeParameter],
      parameters: [isOnOneLine ? { name: "value", type: value } : { name: `\nvalue: ${value},\n` }],
      returnType: returned,
    };
  };
  return [overload("Code extends ValidStatus", "Code", shared), overload("", "unknown", `value is ${type}`)];
}

import { type FunctionDeclarationStructure, StructureKind } from "ts-morph";
import { fits } from "./layout.js";

/** A function to be declared; private to its module where it has no documentation. */
export interface DeclaredFunction {
  readonly name: string;
  readonly doc?: string;
  /** Such as `<Text extends string>`. */
  readonly typeParameter?: string;
  readonly parameters?: readonly { readonly name: string; readonly type: string }[];
  /** What it returns. */
  readonly type: string;
  readonly statements: readonly string[];
}

export function functionDeclaration(declared: DeclaredFunction): FunctionDeclarationStructure {
  const { name, doc, typeParameter, parameters = [], type, statements } = declared;
  const head = `${doc === undefined ? "" : "export "}function ${name}`;
  const list = parameters.map((parameter) => `${parameter.name}: ${parameter.type}`);
  const isOnOneLine = fits(
    `${head}${typeParameter ? `<${typeParameter}>` : ""}(${list.join(", ")}): ${type} {`,
  );
  return {
    kind: StructureKind.Function,
    isExported: doc !== undefined,
    name,
    docs: doc === undefined ? [] : [`\n${doc}`],
    typeParameters: typeParameter === undefined ? [] : [typeParameter],
    // What ts-morph takes for a name may as well be a list on lines of its own.
    parameters: isOnOneLine || list.length === 0 ? [...parameters] : [{ name: `\n${list.join(",\n")},\n` }],
    returnType: type,
    statements: [...statements],
  };
}

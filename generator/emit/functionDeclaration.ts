import { type FunctionDeclarationStructure, StructureKind } from "ts-morph";
import { jsDoc } from "./docComment.js";
import { fits } from "./layout.js";

interface Signature {
  /** Such as `Text extends string`. */
  readonly typeParameter?: string;
  readonly parameters?: readonly { readonly name: string; readonly type: string }[];
  /** What it returns. */
  readonly type: string;
}

/** A function to be declared; private to its module where it has no documentation. */
export interface DeclaredFunction extends Signature {
  readonly name: string;
  readonly doc?: string;
  /** What callers see instead of the function's own signature, the narrowest first. */
  readonly overloads?: readonly Signature[];
  readonly statements: readonly string[];
}

export function functionDeclaration(declared: DeclaredFunction): FunctionDeclarationStructure {
  const { name, doc, overloads = [], statements } = declared;
  const isExported = doc !== undefined;
  const docs = doc === undefined ? [] : [jsDoc(doc)];
  const head = `${isExported ? "export " : ""}function ${name}`;
  return {
    kind: StructureKind.Function,
    isExported,
    name,
    docs: overloads.length === 0 ? docs : [],
    overloads: overloads.map((overload) => ({ isExported, docs, ...signature(head, overload, ";") })),
    ...signature(head, declared, " {"),
    statements: [...statements],
  };
}

function signature(head: string, { typeParameter, parameters = [], type }: Signature, end: string) {
  const list = parameters.map((parameter) => `${parameter.name}: ${parameter.type}`);
  const generic = typeParameter === undefined ? "" : `<${typeParameter}>`;
  const isOnOneLine = fits(`${head}${generic}(${list.join(", ")}): ${type}${end}`);
  return {
    typeParameters: typeParameter === undefined ? [] : [typeParameter],
    // What ts-morph takes for a name may as well be a list on lines of its own.
    parameters: isOnOneLine || list.length === 0 ? [...parameters] : [{ name: `\n${list.join(",\n")},\n` }],
    returnType: type,
  };
}

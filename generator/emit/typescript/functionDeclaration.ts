import { StructureKind } from "ts-morph";
import { fits, indented, jsDoc, printStatement } from "../api.js";

interface Parameter {
  readonly name: string;
  readonly type: string;
  /** Its default. */
  readonly initializer?: string;
}

export interface Signature {
  /** Such as `Text extends string`. */
  readonly typeParameter?: string;
  readonly parameters?: readonly Parameter[];
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

export function functionDeclaration(declared: DeclaredFunction): string {
  const { name, doc, overloads = [], statements } = declared;
  const isExported = doc !== undefined;
  const docs = doc === undefined ? [] : [jsDoc(doc)];
  const printed = printStatement({
    kind: StructureKind.Function,
    isExported,
    name,
    docs: overloads.length === 0 ? docs : [],
    overloads: overloads.map((overload) => ({ isExported, docs, ...signature(overload) })),
    ...signature(declared),
    statements: [...statements],
  });
  return [...overloads, declared].reduce(withRoom, printed);
}

function signature({ typeParameter, parameters = [], type }: Signature) {
  return {
    typeParameters: typeParameter === undefined ? [] : [typeParameter],
    parameters: [...parameters],
    returnType: type,
  };
}

/** A function's text with the type parameter or the parameters of a signature on lines of their own, if they must. */
function withRoom(text: string, { typeParameter, parameters = [], type }: Signature): string {
  const list = parameters.map(({ name, type: ofParameter, initializer }) =>
    initializer === undefined ? `${name}: ${ofParameter}` : `${name}: ${ofParameter} = ${initializer}`,
  );
  const [generic, genericOnLines] =
    typeParameter === undefined ? ["", ""] : [`<${typeParameter}>`, `<\n  ${typeParameter},\n>`];
  const [inLine, onLines] = [
    `(${list.join(", ")})`,
    list.length === 0 ? "()" : `(\n${indented(list.join(",\n"))},\n)`,
  ];
  const whole = `${generic}${inLine}: ${type}`;
  return text.replaceAll(/^.*function .*$/gm, (line) => {
    const [head = "", end] = line.split(whole, 2);
    if (fits(line) || end === undefined) return line;
    if (fits(`${head}${generic}(`)) return `${head}${generic}${onLines}: ${type}${end}`;
    const parametersAfter = fits(`>${inLine}: ${type}${end}`) ? inLine : onLines;
    return `${head}${genericOnLines}${parametersAfter}: ${type}${end}`;
  });
}

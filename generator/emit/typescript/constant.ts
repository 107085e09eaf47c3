import { docComment, fits, indented } from "../api.js";

/** A variable to be declared; private to its module where it has no documentation. */
export interface Constant {
  readonly name: string;
  readonly doc?: string;
  readonly type?: string;
  /** An expression; at a greater depth, its lines have less room. */
  readonly value: string | ((depth: number) => string);
}

/** The text of a declaration: ts-morph has no say in where a value is broken into lines. */
export function constant({ name, doc, type, value }: Constant): string {
  const declared = type === undefined ? `const ${name}` : `const ${name}: ${type}`;
  const valueAt = typeof value === "string" ? () => value : value;
  if (doc === undefined) return assignment(declared, valueAt);
  return `${docComment(doc)}\n${assignment(`export ${declared}`, valueAt)}`;
}

function assignment(left: string, valueAt: (depth: number) => string): string {
  const lastLine = left.slice(left.lastIndexOf("\n") + 1);
  const value = `${valueAt(0)};`;
  const [firstLine = ""] = value.split("\n", 1);
  if (fits(`${lastLine} = ${firstLine}`) || /^\d/.test(value)) return `${left} = ${value}`;
  const [call] = /^.*\((?=[{[]$)/.exec(firstLine) ?? [];
  if (call !== undefined && fits(`${lastLine} = ${call}`)) {
    const argument = valueAt(1).slice(call.length, -1);
    return `${left} = ${call}\n${indented(`${argument},`)}\n);`;
  }
  if (fits(`${lastLine} =`)) return `${left} =\n${indented(`${valueAt(1)};`)}`;
  return `${left.replace(/<(.*)>$/, "<\n  $1\n>")} = ${value}`;
}

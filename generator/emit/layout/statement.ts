import { printStructure, type StatementStructures } from "ts-morph";

/**
 * A statement of a module: a structure of ts-morph, or the text of one where its lines are a matter of width. Its type
 * does not name ts-morph's, so that those who write no structures need not install it.
 */
export type Statement = object | string;

/** The text of a module's statements. */
export function printStatements(statements: readonly Statement[]): string {
  return statements.map(printStatement).join("\n\n");
}

export function printStatement(statement: Statement): string {
  return typeof statement === "string"
    ? statement
    : printStructure(statement as StatementStructures, { indentNumberOfSpaces: 2 });
}

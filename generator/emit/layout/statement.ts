import { printStructure, type StatementStructures } from "ts-morph";

/** A statement of a module: a structure of ts-morph, or the text of one where its lines are a matter of width. */
export type Statement = StatementStructures | string;

/** The text of a module's statements. */
export function printStatements(statements: readonly Statement[]): string {
  return statements.map(printStatement).join("\n\n");
}

export function printStatement(statement: Statement): string {
  return typeof statement === "string" ? statement : printStructure(statement, { indentNumberOfSpaces: 2 });
}

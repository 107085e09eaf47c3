import { StructureKind } from "ts-morph";
import {
  type ErrorCode,
  errorCodesOf,
  type Field,
  fieldsOf,
  type Service,
} from "../../catalogue/catalogue.js";
import { codeDeclaration, unionOfLiterals } from "./codeDeclaration.js";
import { type CodeSet, nameInDocs } from "./codeSet.js";
import { constant } from "../layout/constant.js";
import type { EnumStyle } from "../emitter.js";
import { fieldLiterals, fieldProperty } from "./fieldStatements.js";
import { arrayLiteral, frozen, objectLiteral } from "../layout/literals.js";
import { functionDeclaration } from "../layout/functionDeclaration.js";
import { jsDoc } from "../layout/docComment.js";
import { guardFunction } from "./guardFunction.js";
import { fits, widthOf } from "../layout/layout.js";
import { serviceNames } from "../../catalogue/serviceNames.js";
import type { Statement } from "../layout/statement.js";
import { stringLiteral } from "../layout/literals.js";

/** Declarations for the error codes of a service; none where it has none. */
export function errorCodeStatements(service: Service, codes: CodeSet, style: EnumStyle): Statement[] {
  const errors = errorCodesOf(service);
  if (errors.length === 0) return [];

  const names = serviceNames(service);
  const serviceName = nameInDocs(service);
  const fields = fieldsOf("error-codes", service.fields);

  return [
    ...codeDeclaration(codes, style),
    unionOfLiterals(names.errorCodeValue, `The codes of {@link ${names.errorCode}}.`, codes),
    entryInterface(names.errorEntry, `One entry of an error code of ${serviceName}.`, fields),
    constant({
      name: names.errorEntries,
      doc: `The entries of each error code of ${serviceName}; a code can have several.`,
      type: `Readonly<Record<${names.errorCodeValue}, readonly ${names.errorEntry}[]>>`,
      value: frozen(objectLiteral(errors.map((error) => entriesProperty(error, fields)))),
    }),
    guardFunction({
      name: names.isErrorCode,
      doc: `Tells whether a value is one of the error codes that ${serviceName} documents.`,
      type: names.errorCode,
      literals: codes.members.map(({ literal }) => literal),
    }),
    functionDeclaration({
      name: names.errorEntriesOf,
      doc: `The entries of an error code of ${serviceName}, or \`undefined\` if the page does not list the code.`,
      parameters: [{ name: "code", type: wireType(errors) }],
      type: `readonly ${names.errorEntry}[] | undefined`,
      statements: [returned(`${names.isErrorCode}(code)`, `${names.errorEntries}[code]`)],
    }),
  ];
}

function entryInterface(name: string, doc: string, fields: readonly Field[]): Statement {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: [jsDoc(doc)],
    properties: fields.map(fieldProperty),
  };
}

function returned(condition: string, value: string): string {
  const line = `return ${condition} ? ${value} : undefined;`;
  return fits(line, 1) ? line : `return ${condition}\n  ? ${value}\n  : undefined;`;
}

/** What the codes are on the wire. */
function wireType(errors: readonly ErrorCode[]): string {
  const types = new Set(errors.map(({ value }) => typeof value));
  return [...types].sort().join(" | ");
}

function entriesProperty({ value, entries }: ErrorCode, fields: readonly Field[]): string {
  const key = `${keyOf(value)}: `;
  const around = widthOf(`  ${key}${frozen("")},`);
  const literals = entries.map((entry) => frozen(objectLiteral(fieldLiterals(entry, fields, 3))));
  return `${key}${frozen(arrayLiteral(literals, around))}`;
}

/** A key in brackets is a property whatever it says: a negative number, and `__proto__` too. */
function keyOf(code: string | number): string {
  if (typeof code === "number") return code < 0 ? `[${code}]` : String(code);
  if (code === "__proto__") return `[${stringLiteral(code)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(code) ? code : stringLiteral(code);
}

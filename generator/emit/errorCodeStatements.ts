import { StructureKind } from "ts-morph";
import { type ErrorCode, type ErrorCodeEntry, errorCodesOf, type Service } from "../catalogue/catalogue.js";
import { codeDeclaration, unionOfLiterals } from "./codeDeclaration.js";
import { type CodeSet, nameInDocs } from "./codeSet.js";
import { constant } from "./constant.js";
import type { EnumStyle } from "./emitter.js";
import { arrayLiteral, frozen, objectLiteral, textProperty } from "./frozen.js";
import { functionDeclaration } from "./functionDeclaration.js";
import { jsDoc } from "./docComment.js";
import { guardFunction } from "./guardFunction.js";
import { fits, widthOf } from "./layout.js";
import { serviceNames } from "../catalogue/serviceNames.js";
import type { Statement } from "./statement.js";
import { stringLiteral } from "./stringLiteral.js";

/** Declarations for the error codes of a service; none where it has none. */
export function errorCodeStatements(service: Service, codes: CodeSet, style: EnumStyle): Statement[] {
  const errors = errorCodesOf(service);
  if (errors.length === 0) return [];

  const names = serviceNames(service);
  const serviceName = nameInDocs(service);

  return [
    ...codeDeclaration(codes, style),
    unionOfLiterals(names.errorCodeValue, `The codes of {@link ${names.errorCode}}.`, codes),
    entryInterface(names.errorEntry, `One entry of an error code of ${serviceName}.`),
    constant({
      name: names.errorEntries,
      doc: `The entries of each error code of ${serviceName}; a code can have several.`,
      type: `Readonly<Record<${names.errorCodeValue}, readonly ${names.errorEntry}[]>>`,
      value: frozen(objectLiteral(errors.map(entriesProperty))),
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
      parameters: [{ name: "code", type: "string" }],
      type: `readonly ${names.errorEntry}[] | undefined`,
      statements: [returned(`${names.isErrorCode}(code)`, `${names.errorEntries}[code]`)],
    }),
  ];
}

const entryFields = {
  status: "The HTTP status, as the page writes it.",
  module: "The part of the service that the page lists the code under.",
  message: "The message, as plain text.",
  description: "The description, as Markdown.",
  solution: "What to do about it, as Markdown.",
} as const satisfies Partial<Record<keyof ErrorCodeEntry, string>>;

function entryInterface(name: string, doc: string): Statement {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: [jsDoc(doc)],
    properties: Object.entries(entryFields).map(([field, fieldDoc]) => ({
      name: field,
      type: "string",
      isReadonly: true,
      hasQuestionToken: true,
      docs: [fieldDoc],
    })),
  };
}

function returned(condition: string, value: string): string {
  const line = `return ${condition} ? ${value} : undefined;`;
  return fits(line, 1) ? line : `return ${condition}\n  ? ${value}\n  : undefined;`;
}

function entriesProperty({ code, entries }: ErrorCode): string {
  const key = `${keyOf(code)}: `;
  const around = widthOf(`  ${key}${frozen("")},`);
  return `${key}${frozen(arrayLiteral(entries.map(entryLiteral), around))}`;
}

/** A key in brackets is a property whatever it says, `__proto__` too. */
function keyOf(code: string): string {
  if (code === "__proto__") return `[${stringLiteral(code)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(code) ? code : stringLiteral(code);
}

function entryLiteral(entry: ErrorCodeEntry): string {
  const properties = (Object.keys(entryFields) as (keyof typeof entryFields)[]).flatMap((field) => {
    const text = entry[field];
    return text === undefined ? [] : [textProperty(field, stringLiteral(text), 3)];
  });
  return frozen(objectLiteral(properties));
}

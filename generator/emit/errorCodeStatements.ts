import { type StatementStructures, StructureKind } from "ts-morph";
import { type ErrorCode, type ErrorCodeEntry, errorCodesOf, type Service } from "../catalogue/catalogue.js";
import { codeDeclaration, unionOfLiterals } from "./codeDeclaration.js";
import { errorCodeSet, nameInDocs } from "./codeSet.js";
import { constant } from "./constant.js";
import { pageLine } from "./docComment.js";
import type { EnumStyle } from "./emitter.js";
import { exportedFunction } from "./exportedFunction.js";
import { frozen, objectLiteral } from "./frozen.js";
import { guardFunction } from "./guardFunction.js";
import { serviceNames } from "./serviceNames.js";
import { stringLiteral } from "./stringLiteral.js";

/** Declarations for the error codes of a service; none where it has none. */
export function errorCodeStatements(service: Service, style: EnumStyle): StatementStructures[] {
  const errors = errorCodesOf(service);
  if (errors.length === 0) return [];

  const names = serviceNames(service);
  const serviceName = nameInDocs(service);
  const page = pageLine(service.page);
  const codes = errorCodeSet(service);

  return [
    ...codeDeclaration(codes, style),
    unionOfLiterals(names.errorCodeValue, `The codes of {@link ${names.errorCode}}.\n\n${page}`, codes),
    entryInterface(names.errorEntry, `What ${serviceName} says of an error code in one place.\n\n${page}`),
    constant({
      name: names.errorEntries,
      doc: `What the page says of each error code of ${serviceName}; a code can stand in several places.\n\n${page}`,
      type: `Readonly<Record<${names.errorCodeValue}, readonly ${names.errorEntry}[]>>`,
      value: frozen(objectLiteral(errors.map(entriesProperty))),
    }),
    guardFunction({
      name: names.isErrorCode,
      doc: `Tells whether a value is one of the error codes that ${serviceName} documents.\n\n${page}`,
      type: names.errorCode,
      literals: codes.members.map(({ literal }) => literal),
    }),
    exportedFunction({
      name: names.errorEntriesOf,
      doc: `What the page says of an error code of ${serviceName}, or \`undefined\` where it does not list the code.\n\n${page}`,
      parameter: { name: "code", type: "string" },
      type: `readonly ${names.errorEntry}[] | undefined`,
      statements: [`return ${names.isErrorCode}(code) ? ${names.errorEntries}[code] : undefined;`],
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

function entryInterface(name: string, doc: string): StatementStructures {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: [`\n${doc}`],
    properties: Object.entries(entryFields).map(([field, fieldDoc]) => ({
      name: field,
      type: "string",
      isReadonly: true,
      hasQuestionToken: true,
      docs: [fieldDoc],
    })),
  };
}

/** A key in brackets is a property whatever it says, `__proto__` too. */
function entriesProperty({ code, entries }: ErrorCode): string {
  const key = code === "__proto__" ? `[${stringLiteral(code)}]` : stringLiteral(code);
  return `${key}: ${frozen(`[${entries.map(entryLiteral).join(", ")}]`)}`;
}

function entryLiteral(entry: ErrorCodeEntry): string {
  const properties = (Object.keys(entryFields) as (keyof typeof entryFields)[]).flatMap((field) => {
    const text = entry[field];
    return text === undefined ? [] : [`${field}: ${stringLiteral(text)}`];
  });
  return frozen(objectLiteral(properties));
}

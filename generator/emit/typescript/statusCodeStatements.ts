import {
  type EnumStyle,
  type Field,
  fieldsOf,
  type Service,
  serviceNames,
  type Statement,
  statusCodesOf,
  valueOf,
} from "../api.js";
import { codeDeclaration, unionOfLiterals } from "./codeDeclaration.js";
import { type CodeSet, nameInDocs } from "./codeSet.js";
import { guardFunction } from "./guardFunction.js";
import { serviceConstant } from "./serviceConstants.js";
import { statusEntries } from "./statusEntries.js";
import { statusTexts, tableFunctions } from "./statusTexts.js";

/** The fields of which a module has a table, which is quicker to ask. */
const inTables: ReadonlySet<string> = new Set(["message", "description"]);

/** The fields that few pages have, and which are not in the type of an entry where no code says them. */
const inFew: ReadonlySet<string> = new Set(["solution", "replacedBy"]);

/** Declarations for the HTTP status codes of a service; none where it has none. */
export function statusCodeStatements(service: Service, set: CodeSet, style: EnumStyle): Statement[] {
  const codes = statusCodesOf(service);
  if (codes.length === 0) return [];

  const names = serviceNames(service);
  const serviceName = nameInDocs(service);
  const isSaid = (field: Field) =>
    codes.some(({ entries }) => entries.some((entry) => valueOf(entry, field) !== undefined));
  const fields = fieldsOf("status-codes", service.fields).filter(
    (field) => !inTables.has(field.name) && (!inFew.has(field.name) || isSaid(field)),
  );

  return [
    ...codeDeclaration(set, style),
    unionOfLiterals(names.statusCodeValue, `The numbers of {@link ${names.statusCode}}.`, set),
    guardFunction({
      name: names.isStatusCode,
      doc: `Tells whether a value is one of the status codes that ${serviceName} documents.`,
      type: names.statusCode,
      literals: codes.map(({ code }) => code),
      union: style === "enum" ? names.statusCodeValue : undefined,
    }),
    ...tableFunctions,
    ...statusTexts({
      table: "messages",
      lookup: names.statusMessage,
      lookupDoc: `The message of a status code of ${serviceName}, or \`undefined\` if the page gives none or does not list the code.`,
      map: names.statusMessages,
      mapDoc: `The message of each status code of ${serviceName}, if the page gives one.`,
      codeType: names.statusCodeValue,
      isLiteral: true,
      texts: codes.map(({ code, message }) => [code, message]),
    }),
    ...statusTexts({
      table: "descriptions",
      lookup: names.statusDescription,
      lookupDoc: `The description of a status code of ${serviceName}, as Markdown, or \`undefined\` if the page does not list it.`,
      map: names.statusDescriptions,
      mapDoc: `The description of each status code of ${serviceName}, as Markdown.`,
      codeType: names.statusCodeValue,
      isLiteral: false,
      texts: codes.map(({ code, description }) => [code, description]),
    }),
    ...statusEntries({ names, serviceName, codes, style, fields }),
    serviceConstant(
      service,
      names,
      `Describes ${serviceName} to \`describeStatus\` of the module \`rfc9110\`.`,
    ),
  ];
}

import { type Service, statusCodesOf } from "../catalogue/catalogue.js";
import { codeDeclaration, unionOfLiterals } from "./codeDeclaration.js";
import { type CodeSet, nameInDocs } from "./codeSet.js";
import { pageLine } from "./docComment.js";
import type { EnumStyle } from "./emitter.js";
import { guardFunction } from "./guardFunction.js";
import { serviceNames } from "../catalogue/serviceNames.js";
import type { Statement } from "./statement.js";
import { serviceConstant } from "./serviceConstants.js";
import { statusEntries } from "./statusEntries.js";
import { statusTexts, tableFunctions } from "./statusTexts.js";

/** Declarations for the HTTP status codes of a service; none where it has none. */
export function statusCodeStatements(service: Service, set: CodeSet, style: EnumStyle): Statement[] {
  const codes = statusCodesOf(service);
  if (codes.length === 0) return [];

  const names = serviceNames(service);
  const serviceName = nameInDocs(service);
  const page = pageLine(service.page);

  return [
    ...codeDeclaration(set, style),
    unionOfLiterals(names.statusCodeValue, `The numbers of {@link ${names.statusCode}}.\n\n${page}`, set),
    guardFunction({
      name: names.isStatusCode,
      doc: `Tells whether a value is one of the status codes that ${serviceName} documents.\n\n${page}`,
      type: names.statusCode,
      literals: codes.map(({ code }) => code),
      union: style === "enum" ? names.statusCodeValue : undefined,
    }),
    ...tableFunctions,
    ...statusTexts({
      table: "messages",
      lookup: names.statusMessage,
      lookupDoc: `The message of a status code of ${serviceName}, or \`undefined\` if the page gives none or does not list the code.\n\n${page}`,
      map: names.statusMessages,
      mapDoc: `The message of each status code of ${serviceName}, if the page gives one.\n\n${page}`,
      codeType: names.statusCodeValue,
      texts: codes.map(({ code, message }) => [code, message]),
    }),
    ...statusTexts({
      table: "descriptions",
      lookup: names.statusDescription,
      lookupDoc: `The description of a status code of ${serviceName}, as Markdown, or \`undefined\` if the page does not list it.\n\n${page}`,
      map: names.statusDescriptions,
      mapDoc: `The description of each status code of ${serviceName}, as Markdown.\n\n${page}`,
      codeType: names.statusCodeValue,
      texts: codes.map(({ code, description }) => [code, description]),
    }),
    ...statusEntries({ names, serviceName, page, codes, style }),
    serviceConstant(
      service,
      names,
      `Describes ${serviceName} to \`describeStatus\` of the module \`rfc9110\`.\n\n${page}`,
    ),
  ];
}

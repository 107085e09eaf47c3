import { type StatementStructures, StructureKind, VariableDeclarationKind } from "ts-morph";
import { type Service, type StatusCode, statusCodesOf } from "../catalogue/catalogue.js";
import { textToMarkdown } from "../markdown/printMarkdown.js";
import { codeDeclaration, type CodeSet, unionOfLiterals } from "./codeDeclaration.js";
import { memberDoc, pageLine } from "./docComment.js";
import type { EnumStyle } from "./emitter.js";
import { escapeJsDoc } from "./escapeJsDoc.js";
import { guardFunction } from "./guardFunction.js";
import { serviceNames } from "./serviceNames.js";
import { stringLiteral } from "./stringLiteral.js";

/** Declarations for the HTTP status codes of a service; none where it has none. */
export function statusCodeStatements(service: Service, style: EnumStyle): StatementStructures[] {
  const entries = statusCodesOf(service);
  if (entries.length === 0) return [];

  const names = serviceNames(service);
  const serviceName = escapeJsDoc(textToMarkdown(service.name));
  const page = pageLine(service.page);
  const codes: CodeSet = {
    name: names.statusCode,
    doc: `HTTP status codes of ${serviceName}.\n\n${page}`,
    members: entries.map((entry) => ({
      name: entry.name,
      literal: entry.code,
      doc: memberDoc(entry.entries, service.page),
    })),
  };
  const withMessage = entries.filter(({ message }) => message !== undefined);
  const isComplete = withMessage.length === entries.length;

  return [
    ...codeDeclaration(codes, style),
    unionOfLiterals(names.statusCodeValue, `The numbers of {@link ${names.statusCode}}.\n\n${page}`, codes),
    textMap({
      name: names.statusMessages,
      doc: `The message of each status code of ${serviceName}${isComplete ? "" : "; none where the page gives none"}.\n\n${page}`,
      type: mapType(names.statusCodeValue, isComplete),
      properties: withMessage.map(({ code, message = "" }) => [code, message]),
    }),
    textMap({
      name: names.statusDescriptions,
      doc: `What the page says of each status code of ${serviceName}, as Markdown.\n\n${page}`,
      type: mapType(names.statusCodeValue, true),
      properties: entries.map(({ code, description }) => [code, description]),
    }),
    guardFunction({
      name: names.isStatusCode,
      doc: `Tells whether a value is one of the status codes that ${serviceName} documents.\n\n${page}`,
      type: names.statusCode,
      literals: entries.map(({ code }) => code),
    }),
    lookup(
      names.statusMessage,
      names.isStatusCode,
      names.statusMessages,
      `The message of a status code of ${serviceName}, or \`undefined\` where the page gives none or does not list the code.\n\n${page}`,
    ),
    lookup(
      names.statusDescription,
      names.isStatusCode,
      names.statusDescriptions,
      `What the page says of a status code of ${serviceName}, as Markdown, or \`undefined\` where it does not list the code.\n\n${page}`,
    ),
  ];
}

function mapType(value: string, isComplete: boolean): string {
  return isComplete ? `Readonly<Record<${value}, string>>` : `Readonly<Partial<Record<${value}, string>>>`;
}

interface TextMap {
  readonly name: string;
  readonly doc: string;
  readonly type: string;
  readonly properties: readonly (readonly [code: StatusCode["code"], text: string])[];
}

function textMap({ name, doc, type, properties }: TextMap): StatementStructures {
  const lines = properties.map(([code, text]) => `${code}: ${stringLiteral(text)},`);
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [`\n${doc}`],
    declarations: [{ name, type, initializer: `{\n${lines.join("\n")}\n}` }],
  };
}

function lookup(name: string, guard: string, map: string, doc: string): StatementStructures {
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: [`\n${doc}`],
    parameters: [{ name: "code", type: "number" }],
    returnType: "string | undefined",
    statements: [`return ${guard}(code) ? ${map}[code] : undefined;`],
  };
}

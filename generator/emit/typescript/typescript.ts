import {
  defineEmitter,
  docComment,
  type EmitOptions,
  headerLines,
  type ImportExtension,
  indented,
  type OutputFile,
  prettierForm,
  printStatements,
  type Service,
  serviceNames,
  statusCodesOf,
} from "../api.js";
import { errorCodeStatements } from "./errorCodeStatements.js";
import { codeConstants } from "./codeConstants.js";
import { errorCodeSet, statusCodeSet } from "./codeSet.js";
import { fieldLookups } from "./fieldLookups.js";
import { rfc9110Module } from "./rfc9110.js";
import { pagesConstant } from "./serviceConstants.js";
import { statusCodeStatements } from "./statusCodeStatements.js";
import { arrayLiteral, pure } from "./literals.js";

/** `<service>/index.ts` for each service, and an `index.ts` that exports them all. */
export const typescript = defineEmitter<TypescriptPart>({
  name: "typescript",
  service: async (service, options) => [await inPrettierForm(serviceModule(service, options), options)],
  part: (service) => ({
    id: service.id,
    ...(hasStatusCodes(service) && { constant: serviceNames(service).service }),
  }),
  all: async (parts, options) => {
    const files = [
      ...(parts.some(({ constant }) => constant !== undefined) ? [await rfc9110(options)] : []),
      indexModule(parts, options),
    ];
    return Promise.all(files.map((file) => inPrettierForm(file, options)));
  },
});

/** What the files about all services say about one. */
export interface TypescriptPart {
  readonly id: string;
  /** The constant that is the service as a value; absent if it has no status codes. */
  readonly constant?: string;
}

async function inPrettierForm({ path, text }: OutputFile, { prettier }: EmitOptions): Promise<OutputFile> {
  return { path, text: await prettierForm(text, "typescript", prettier) };
}

function serviceModule(service: Service, options: EmitOptions): OutputFile {
  const path = `${service.id}/index.ts`;
  const names = serviceNames(service);
  const [status, errors] = [statusCodeSet(service), errorCodeSet(service)];
  const statements = [
    ...(hasStatusCodes(service) ? [typeImport(options)] : []),
    ...codeConstants(names, status, errors),
    ...pagesConstant(service, names.pages),
    ...statusCodeStatements(service, status, options.enumStyle),
    ...errorCodeStatements(service, errors, options.enumStyle),
    ...fieldLookups(service),
  ];
  return {
    path,
    text: `${comment(headerLines(options, service.specs))}\n\n${printStatements(statements)}\n`,
  };
}

/** The types that a service's module takes from `rfc9110`. */
function typeImport({ enumStyle, importExtension }: EmitOptions): string {
  const types = enumStyle === "enum" ? "StatusService, ValidStatus" : "StatusService";
  return `import type { ${types} } from "../rfc9110/${moduleFile(importExtension)}";`;
}

function moduleFile(extension: ImportExtension): string {
  return extension === "none" ? "index" : `index.${extension}`;
}

function hasStatusCodes(service: Service): boolean {
  return statusCodesOf(service).length > 0;
}

async function rfc9110(options: EmitOptions): Promise<OutputFile> {
  return { path: "rfc9110/index.ts", text: `${comment(headerLines(options))}\n\n${await rfc9110Module()}` };
}

function indexModule(parts: readonly TypescriptPart[], options: EmitOptions): OutputFile {
  const constants = parts.flatMap(({ id, constant }) => (constant === undefined ? [] : [{ id, constant }]));
  const hasServices = constants.length > 0;
  const modules = [...(hasServices ? ["rfc9110"] : []), ...parts.map(({ id }) => id)];
  const file = moduleFile(options.importExtension);
  const imports = [
    ...constants.map(({ id, constant }) => `import { ${constant} } from "./${id}/${file}";`),
    `import type { StatusService } from "./rfc9110/${file}";`,
    "",
  ];
  const exports = modules.map((id) => `export * from "./${id}/${file}";`);
  const services = servicesConstant(constants.map(({ constant }) => constant));
  const lines = [...(hasServices ? imports : []), ...exports, ...(hasServices ? ["", services] : [])];
  return { path: "index.ts", text: [comment(headerLines(options)), "", ...lines, ""].join("\n") };
}

/** All services as values, for programs that work with any of them. */
function servicesConstant(constants: readonly string[]): string {
  return [
    docComment("All services that have status codes, in order of their ids."),
    `export const services: readonly StatusService[] = ${pure("Object.freeze(")}`,
    indented(`${arrayLiteral(constants, "  ,".length)},`),
    ");",
  ].join("\n");
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `// ${line}`).join("\n");
}

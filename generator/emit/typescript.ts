import { type ImportDeclarationStructure, type Project, StructureKind } from "ts-morph";
import { type Catalogue, type Service, statusCodesOf } from "../catalogue/catalogue.js";
import type { Emitter, EmitOptions, OutputFile } from "./emitter.js";
import { errorCodeStatements } from "./errorCodeStatements.js";
import { headerLines } from "./header.js";
import { codeConstants } from "./codeConstants.js";
import { pageLine } from "./docComment.js";
import { rfc9110Module } from "./rfc9110.js";
import { pageConstant } from "./serviceConstants.js";
import { serviceNames } from "./serviceNames.js";
import { statusCodeStatements } from "./statusCodeStatements.js";

/** `<service>/index.ts` for each service, and an `index.ts` that exports them all. */
export const emitTypescript: Emitter = async (catalogue, options) => {
  const [{ Project }, { format }] = await Promise.all([import("ts-morph"), import("prettier")]);
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const texts = [
    ...(catalogue.services.some(hasStatusCodes) ? [rfc9110(options)] : []),
    ...catalogue.services.map((service) => serviceModule(project, service, options)),
    indexModule(catalogue, options),
  ];
  return Promise.all(
    texts.map(async ({ path, text }) => ({
      path,
      text: await format(text, { ...options.prettier, parser: "typescript" }),
    })),
  );
};

/** One structure a file: ts-morph parses a file anew at each manipulation, but prints a structure at once. */
function serviceModule(project: Project, service: Service, options: EmitOptions): OutputFile {
  const path = `${service.id}/index.ts`;
  const names = serviceNames(service);
  const statements = [
    ...(hasStatusCodes(service) ? [typeImport] : []),
    ...codeConstants(service),
    pageConstant(
      service,
      names.page,
      `The source of all that stands here.\n\n${pageLine(service.page, "in full")}`,
    ),
    ...statusCodeStatements(service, options.enumStyle),
    ...errorCodeStatements(service, options.enumStyle),
  ];
  const source = project.createSourceFile(path, {
    statements: statements.map((statement) => ({ ...statement, leadingTrivia: "\n" })),
  });
  return { path, text: `${comment(headerLines(options, service))}\n\n${source.getFullText()}` };
}

const typeImport: ImportDeclarationStructure = {
  kind: StructureKind.ImportDeclaration,
  isTypeOnly: true,
  namedImports: ["StatusService"],
  moduleSpecifier: "../rfc9110/index.js",
};

function hasStatusCodes(service: Service): boolean {
  return statusCodesOf(service).length > 0;
}

function rfc9110(options: EmitOptions): OutputFile {
  return { path: "rfc9110/index.ts", text: `${comment(headerLines(options))}\n${rfc9110Module()}` };
}

function indexModule({ services }: Catalogue, options: EmitOptions): OutputFile {
  const modules = [...(services.some(hasStatusCodes) ? ["rfc9110"] : []), ...services.map(({ id }) => id)];
  const exports = modules.map((id) => `export * from "./${id}/index.js";`);
  return { path: "index.ts", text: [comment(headerLines(options)), "", ...exports, ""].join("\n") };
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `// ${line}`).join("\n");
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputFile } from "../../generator/emit/emitter.js";
import { writeFiles } from "./files.js";
import { type Finished, repository, run } from "../testProject.js";

/** The compilers that people may have, by the packages that hold them. */
export const compilers = ["typescript-5.0", "typescript-5.9", "typescript", "typescript-7.0"] as const;

const options = {
  strict: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  erasableSyntaxOnly: true,
  module: "nodenext",
  target: "es2022",
  types: [],
  // The compilers' own declarations are not in question, and take the most time.
  skipLibCheck: true,
  noEmit: true,
};

/** The options that came after a compiler, which would not know them. */
const unknown: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  "typescript-5.0": ["isolatedDeclarations", "erasableSyntaxOnly"],
};

/** Compiles all of a folder's TypeScript with one of the compilers. */
export function compile(
  folder: string,
  compiler: (typeof compilers)[number],
  extra: Partial<Record<keyof typeof options, unknown>> = {},
): Promise<Finished> {
  const known = Object.entries({ ...options, ...extra }).filter(
    ([name]) => !unknown[compiler]?.includes(name as keyof typeof options),
  );
  const config = join(folder, `tsconfig.${compiler}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: Object.fromEntries(known), include: ["**/*.ts"] }));
  const program = join(repository, "node_modules", compiler, "bin/tsc");
  return run(process.execPath, [program, "-p", config, "--pretty", "false"], { cwd: folder });
}

/** Writes a tree of files, as a module of ECMAScript. */
export function writeTree(folder: string, files: readonly OutputFile[]): void {
  writeFiles(folder, [{ path: "package.json", text: '{ "type": "module" }' }, ...files]);
}

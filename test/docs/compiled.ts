import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Finished, repository, run } from "../testProject.js";

/** Lets a project import statusgen and zod, as if it had installed them. */
export function install(cwd: string, ...packages: readonly ("statusgen" | "zod")[]): void {
  mkdirSync(join(cwd, "node_modules"));
  for (const name of packages)
    symlinkSync(join(repository, "node_modules", name), join(cwd, "node_modules", name));
}

/** Compiles files of a project that may import both. */
export function compiled(cwd: string, files: readonly string[]): Promise<Finished> {
  install(cwd, "statusgen", "zod");
  const compilerOptions = {
    module: "nodenext",
    target: "es2023",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(cwd, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  return run(process.execPath, [join(repository, "node_modules/typescript/bin/tsc"), "-p", "."], { cwd });
}

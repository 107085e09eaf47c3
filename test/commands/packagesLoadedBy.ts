import { join } from "node:path";
import { repository, run } from "../testProject.js";

/**
 * Says each module that a process loads, by `import` or by `require`, on standard error: at once, since what a thread
 * leaves to the main one is lost when that ends.
 */
const hooks = `
import { writeSync } from "node:fs";
export async function load(url, context, next) {
  writeSync(2, "loaded " + url + "\\n");
  return next(url, context);
}`;

const register = `
import { register, Module } from "node:module";
register("data:text/javascript,${encodeURIComponent(hooks)}");
const resolve = Module._resolveFilename;
Module._resolveFilename = (...args) => {
  const path = resolve.apply(Module, args);
  console.error("loaded " + path);
  return path;
};`;

/** The modules of packages that a run of the command line tool loads, such as `yaml/dist/index.js`. */
export async function modulesLoadedBy(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const loaded = await allLoadedBy(cwd, args);
  const modules = [...loaded.matchAll(/^loaded .*\/node_modules\/(.+)$/gm)].map(([, module = ""]) => module);
  // Their versions are part of what tells one run from another.
  return [...new Set(modules)].filter((module) => !module.endsWith("/package.json"));
}

/** The files of the tool's bundle that a run loads, without their hashes. */
export async function filesLoadedBy(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const loaded = await allLoadedBy(cwd, args);
  const files = loaded.matchAll(/^loaded .*\/dist\/([\w-]+?)(?:-[\w-]{8})?\.js$/gm);
  return [...new Set(Array.from(files, ([, file = ""]) => file))];
}

async function allLoadedBy(cwd: string, args: readonly string[]): Promise<string> {
  const { stderr } = await run(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(register)}`,
      join(repository, "generator/bin/statusgen.js"),
      ...args,
    ],
    { cwd },
  );
  return stderr;
}

/** The packages that a run of the command line tool loads. */
export async function packagesLoadedBy(cwd: string, ...args: readonly string[]): Promise<Set<string>> {
  const modules = await modulesLoadedBy(cwd, ...args);
  return new Set(modules.map((module) => /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? ""));
}

import { join } from "node:path";
import { repository, run } from "../testProject.js";

/** Says each module that a process loads, by `import` or by `require`, on standard error. */
const hooks = `
export async function load(url, context, next) {
  console.error("loaded " + url);
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

/** The packages that a run of the command line tool loads. */
export async function packagesLoadedBy(cwd: string, ...args: readonly string[]): Promise<Set<string>> {
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
  const names = stderr.matchAll(/^loaded .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//gm);
  return new Set([...names].map(([, name = ""]) => name));
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { statIfThere } from "../../sources/disk.js";

/** A module that a config is made of: the config file, or one that it imports, also by way of others. */
export interface ConfigModule {
  readonly path: string;
  readonly text: string;
}

/**
 * The modules of a config that are files of its project, as far as their texts name them: packages do not change
 * while people work, and what a module reads or computes when it runs is not known.
 */
export function configModules(path: string): ConfigModule[] {
  const modules = new Map<string, ConfigModule>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (modules.has(next) || !statIfThere(next)?.isFile()) continue;
    const module = { path: next, text: readFileSync(next, "utf8") };
    modules.set(next, module);
    open.push(...importsOf(module));
  }
  return [...modules.values()];
}

/** A relative path in `from "…"`, `import "…"`, `import("…")` or `require("…")`. */
const relativeImport = /\b(?:from|import|require)\s*\(?\s*(["'`])(\.{1,2}\/[^"'`\n]+)\1/g;

const endings = ["", ".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".json", "/index.ts", "/index.js"];

/** The files that a module imports. */
function importsOf({ path, text }: ConfigModule): string[] {
  return [...text.matchAll(relativeImport)].flatMap(([, , named = ""]) => {
    const base = join(dirname(path), named);
    // `./a.js` may be the name that `./a.ts` is to have.
    const places = [...endings.map((ending) => base + ending), base.replace(/\.([cm]?)js$/, ".$1ts")];
    return places.find((place) => statIfThere(place)?.isFile()) ?? [];
  });
}

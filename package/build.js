// Makes dist/, which the package ships, from what is generated: JavaScript, declarations, and the data.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { minify } from "terser";

const compiler = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

rmSync("dist", { recursive: true, force: true });
await Promise.all(filesBelow("generated", "index.ts").map(compile));
declare();
copyData();

/**
 * Each module stays a file of its own, so that a service is one file to load. Unlike tsc, esbuild
 * marks an enum as free of side effects, so that bundlers drop it where it is unused; unlike esbuild,
 * terser keeps such marks, and makes one expression of the comparisons in a lookup, which bundlers
 * evaluate where its argument is a constant.
 */
async function compile(path) {
  const source = readFileSync(path, "utf8");
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "es2022" });
  const { code: small } = await minify(code, {
    module: true,
    compress: { passes: 2 },
    format: { preserve_annotations: true },
  });
  const file = distPath(path).replace(/ts$/, "js");
  write(file, small);
  // Every Node that this package is for requires modules of ECMAScript; both ways give the same objects.
  write(file.replace(/js$/, "cjs"), 'module.exports = require("./index.js");\n');
}

/**
 * The declarations stand in the `.d.cts` alone, and the `.d.ts` passes them on: to a program that
 * meets both, an enum has one type then, not two that do not compare. tsc indents by four blanks;
 * tabs make the files a tenth smaller.
 */
function declare() {
  const { status } = spawnSync(process.execPath, [compiler, "-p", "package"], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  for (const path of filesBelow("dist", ".d.ts")) {
    const text = readFileSync(path, "utf8");
    const declarations = text
      .replaceAll(/(from "\..*)js"/g, '$1cjs"')
      .replaceAll(/^( {4})+/gm, (indent) => "\t".repeat(indent.length / 4));
    write(path.replace(/ts$/, "cts"), declarations);
    write(path, 'export * from "./index.cjs";\n');
  }
}

function copyData() {
  for (const path of filesBelow("generated/json", ".json")) {
    const { $comment: _, ...data } = JSON.parse(readFileSync(path, "utf8"));
    write(distPath(path), JSON.stringify(data));
  }
}

function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function distPath(path) {
  return path.replace("generated", "dist");
}

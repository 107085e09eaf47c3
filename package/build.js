// Makes dist/, which the package ships, from what is generated: JavaScript, declarations, and the data.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { minify } from "terser";
import { precompute } from "./precompute.js";

const compiler = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** `index` for all services, and the folder of each module. */
const modules = readdirSync("generated", { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith("index.ts"))
  .map((path) => path.replace(/\/?index\.ts$/, "") || "index")
  .sort();

rmSync("dist", { recursive: true, force: true });
await Promise.all(modules.map(compile));
declare();
copyData();
listExports();

/**
 * Each module stays a file of its own, so that a service is one file to load. terser keeps the marks
 * of calls without side effects, so that bundlers drop what is unused.
 */
async function compile(module) {
  const source = precompute(readFileSync(`generated/${sourceOf(module)}.ts`, "utf8"));
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "es2022" });
  const { code: small } = await minify(code, {
    module: true,
    compress: { passes: 2 },
    format: { preserve_annotations: true },
  });
  write(`dist/${module}.mjs`, importing(small, "mjs"));
  // Jest and Node 18 cannot require modules of ECMAScript.
  const { code: required } = await transform(small, { format: "cjs", minify: true });
  write(`dist/${module}.cjs`, importing(required, "cjs"));
}

/**
 * The declarations are in the `.d.cts` alone, and the `.d.mts` passes them on: to a program that
 * meets both, an enum has one type then, not two that do not compare. tsc indents by four blanks;
 * tabs make the files a tenth smaller.
 */
function declare() {
  const { status } = spawnSync(process.execPath, [compiler, "-p", "package"], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  for (const module of modules) {
    const text = readFileSync(`dist/types/${sourceOf(module)}.d.ts`, "utf8");
    const declarations = text.replaceAll(/^( {4})+/gm, (indent) => "\t".repeat(indent.length / 4));
    write(`dist/${module}.d.cts`, importing(declarations, "cjs"));
    write(`dist/${module}.d.mts`, `export * from "./${module}.cjs";\n`);
  }
  rmSync("dist/types", { recursive: true });
}

function copyData() {
  for (const name of readdirSync("generated/json")) {
    const { $comment: _, ...data } = JSON.parse(readFileSync(`generated/json/${name}`, "utf8"));
    write(`dist/json/${name}`, JSON.stringify(data));
  }
}

/** Names every module in the manifest: Node resolves a name faster than a pattern. */
function listExports() {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  // TypeScript finds the declarations beside the JavaScript.
  const paths = modules.map((module) => [
    module === "index" ? "." : `./${module}`,
    { import: `./dist/${module}.mjs`, require: `./dist/${module}.cjs` },
  ]);
  const others = { "./json/*": "./dist/json/*", "./package.json": "./package.json" };
  manifest.exports = { ...Object.fromEntries(paths), ...others };
  write("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}

function sourceOf(module) {
  return module === "index" ? "index" : `${module}/index`;
}

/** In `generated/` each module is a folder, in `dist/` a file. */
function importing(text, extension) {
  return text.replaceAll(/(from ?|require\()"\.\.?\/([\w-]+)\/index\.js"/g, `$1"./$2.${extension}"`);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

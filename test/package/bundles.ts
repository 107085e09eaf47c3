import { join } from "node:path";
import { gzipSync } from "node:zlib";
import commonjsModule from "@rollup/plugin-commonjs";
import jsonModule from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terserModule from "@rollup/plugin-terser";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";

const commonjs = defaultOf(commonjsModule);
const json = defaultOf(jsonModule);
const terser = defaultOf(terserModule);

/** How many bytes a bundled, minified program has. */
export interface BundleSize {
  readonly text: string;
  readonly minified: number;
  readonly gzip: number;
}

/** Bundles the text of a program, as if it were a module that is in the folder. */
type Bundle = (program: string, folder: string) => Promise<string>;

/** The bundlers, each with its own way to minify. None keeps the comments of licences. */
const bundlers = {
  esbuild: bundleWithEsbuild,
  rollup: bundleWithRollup,
  rolldown: bundleWithRolldown,
} as const satisfies Readonly<Record<string, Bundle>>;

export type BundlerName = keyof typeof bundlers;

/** All bundlers, to have a test or a row for each. */
export const bundlerNames = ["esbuild", "rollup", "rolldown"] as const satisfies readonly BundlerName[];

/** Bundles a program and counts its bytes, white space at its end aside. */
export async function bundleSize(bundler: BundlerName, program: string, folder: string): Promise<BundleSize> {
  const text = (await bundlers[bundler](program, folder)).trimEnd();
  // What nobody has to send has no size, although gzip would make 20 bytes of it.
  const gzip = text === "" ? 0 : gzipSync(text, { level: 9 }).length;
  return { text, minified: Buffer.byteLength(text), gzip };
}

async function bundleWithEsbuild(program: string, folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    legalComments: "none",
    logLevel: "error",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

async function bundleWithRollup(program: string, folder: string): Promise<string> {
  const bundle = await rollup({
    input: programPath(folder),
    plugins: [programPlugin(program, folder), nodeResolve({ rootDir: folder }), commonjs(), json()],
    onLog: failWhereUnresolved,
  });
  const { output } = await bundle.generate({
    format: "es",
    plugins: [terser({ module: true, format: { comments: false } })],
  });
  return output[0].code;
}

async function bundleWithRolldown(program: string, folder: string): Promise<string> {
  const bundle = await rolldown({
    cwd: folder,
    input: programPath(folder),
    plugins: [programPlugin(program, folder)],
    onLog: failWhereUnresolved,
  });
  const { output } = await bundle.generate({ format: "es", minify: true, comments: false });
  await bundle.close();
  return output[0].code;
}

function programPath(folder: string): string {
  return join(folder, "program.js");
}

/** Gives a bundler the program without a file, so that nothing is written into the folder. */
function programPlugin(program: string, folder: string) {
  const path = programPath(folder);
  return {
    name: "program",
    resolveId: (source: string) => (source === path ? path : null),
    load: (id: string) => (id === path ? program : null),
  };
}

/** Bundlers warn of empty bundles and of peers' old code; only a missing package makes a size wrong. */
function failWhereUnresolved(
  _: string,
  log: { readonly code?: string | undefined; readonly message: string },
) {
  if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
}

/** The plugins' types are of CommonJS modules with a `default`; what Node imports is that default. */
function defaultOf<Value>(module: { readonly default: Value }): Value {
  return typeof module === "function" ? module : module.default;
}

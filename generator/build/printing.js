// The part of ts-morph that prints structures, with what it needs of TypeScript, for the bundle.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { propertiesOf, slice } from "./slice.js";

const require = createRequire(import.meta.url);
const printed = require.resolve("ts-morph");
const common = createRequire(printed).resolve("@ts-morph/common");
const typescript = createRequire(common).resolve("./typescript.js");

/** The modules of ts-morph that the bundle has other, shorter texts of, by their paths. */
export function slicesOfTsMorph() {
  const printer = slice(read(printed), ["printStructure", "StructureKind"]);
  const helpers = slice(read(common), propertiesOf("common", printer));
  const whole = read(typescript);
  const compiler = slice(withExports(whole), propertiesOf("ts(?:__namespace)?", printer + helpers));
  return new Map([
    [printed, printer],
    [common, helpers],
    [typescript, licenceIn(whole) + withUsedDiagnostics(compiler)],
    ...["minimatch", "path-browserify", "tinyglobby"].map((name) => [
      createRequire(common).resolve(name),
      "",
    ]),
  ]);
}

function read(path) {
  return readFileSync(path, "utf8");
}

function licenceIn(text) {
  return /^\/\*!.*?\*\//s.exec(text)?.[0] ?? "";
}

/** TypeScript's text with its exports one by one instead of all in one statement. */
function withExports(text) {
  return text.replace(/^__export\(typescript_exports, \{\n([^]*?)^\}\);\nmodule\.exports = .*$/m, (_, all) =>
    all.replace(
      /^ +(\w+): (.*?),?$/gm,
      `Object.defineProperty(exports, "$1", { enumerable: true, get: $2 });`,
    ),
  );
}

/** The text without those of the compiler's two thousand messages that nothing in it names. */
function withUsedDiagnostics(text) {
  const used = new Set(propertiesOf("Diagnostics", text));
  return text.replace(/^ {2}(\w+): diag\([^]*?\),?\n/gm, (line, name) => (used.has(name) ? line : ""));
}

// Makes dist/ of the sources: the command and the library with the packages that most runs need in one
// piece, since Node takes longer to find and load three hundred modules than to run them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
process.chdir(here);
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

for (const name of readdirSync("dist")) if (name.endsWith(".js")) rmSync(join("dist", name));

const { outputFiles, metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["cli.ts", "index.ts"],
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  outdir: "dist",
  // What is a dependency is loaded by few runs, or decides what is written; the others are built in.
  external: Object.keys(dependencies),
  // Packages in CommonJS require modules of Node's.
  banner: { js: 'import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);' },
  metafile: true,
  write: false,
  logLevel: "warning",
});
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
writeFileSync("dist/build-id", digestOf(outputFiles));
writeFileSync("dist/THIRD-PARTY-LICENSES", licences(Object.keys(metafile.inputs)));

/** What tells one build from another: what an earlier one remembered is nothing to go by. */
function digestOf(files) {
  const hash = createHash("sha256");
  for (const { contents } of files) hash.update(contents);
  return hash.digest("hex");
}

/** The names, versions and licences of the packages that are built in. */
function licences(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort().map(licenceOf).join("\n\n");
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  return `${name} ${version} (${license})${text}\n`;
}

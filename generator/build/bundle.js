// Makes dist/ of the sources: the command and the library, with the packages that most runs need, in few
// files, since Node takes longer to find and load three hundred modules than to run them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { slicesOfTsMorph } from "./printing.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const external = new RegExp(`^(?:${Object.keys(dependencies).join("|")})(?:/|$)`);

/** Which modules are in one file: what every command loads, what a run with nothing to do does, what reads specs, what prints TypeScript. */
const files = {
  base: /rolldown.runtime|generator\/version|cli\/(?:terminal|diffFormats)|diagnostics\/(?:errorCode|formatDiagnostics|hiddenCharacters|jsonText|terminalText)|spec\/(?:columns|fields|headerWords)/,
  unchanged:
    /commands\/(?:generate|generateResult|check|makeOutput)\.ts|sources\/disk\.ts|project\/(?:config|configSource|conventions|declaredFields|loadConfig|loadInput|loadServices|projectMemory|readSpecs|selectSpecs)\.ts|\/generator\/memory\/|catalogue\/(?:names|serviceNames|pageNames|conventions|httpStatusCodes|catalogue|codes)\.ts|emit\/emitters\.ts|rules\/(?:diagnose|inputRules|outputRules|pageRules|rule)\.ts|cli\/report(?:Generate|Check|Diagnostics)\.ts|diagnostics\/(?:diagnostic|hiddenCharacters)\.ts|output\/(?:manifest|compareOutput|planChanges|readOutput|inSlices|runFolders|leadsOutside|textAt)/,
  specs:
    /\/generator\/(?:catalogue|project\/(?:loadCatalogue|lintSpecs|project)|rules|spec\/(?!merge|write)|markdown\/(?:parse|plain|safe))|page\/(?:[a-z]+\/)?(?:pageDigest|write|columnWidth|admonitions)|commands\/explain\.ts|cli\/reportExplain\.ts|node_modules\/(?:zod|yaml|leven|get-east-asian-width|micromark|mdast-util-from)/,
  printing: /generator\/emit\/layout|node_modules\/(?:@?ts-morph|code-block-writer)/,
};

const slices = slicesOfTsMorph();
for (const name of readdirSync("dist")) if (name.endsWith(".js")) rmSync(join("dist", name));

const bundle = await rolldown({
  input: { cli: "cli/main.ts", index: "index.ts", emit: "emit/api.ts" },
  platform: "node",
  external,
  // The door for emitters is no file of its own for those that are built in.
  treeshake: { moduleSideEffects: [{ test: /emit\/api\.ts$/, sideEffects: false }] },
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  plugins: [{ name: "slices", load: (path) => slices.get(path), transform: withoutChildProcesses }],
  onLog(level, log) {
    // The library loads at once what the command loads when it is needed.
    if (log.code !== "INEFFECTIVE_DYNAMIC_IMPORT") console.warn(`${level}: ${log.message}`);
  },
});
const { output } = await bundle.write({
  dir: "dist",
  chunkFileNames: "[name]-[hash].js",
  // Node reads a text of ASCII faster, comments and all.
  charset: "ascii",
  comments: { legal: true, jsdoc: false, annotation: false },
  codeSplitting: {
    groups: Object.entries(files).map(([name, test], index) => ({ name, test, priority: 9 - index })),
  },
});
await bundleTypes();
const template = readFileSync("emit/typescript/rfc9110.template.ts");
writeFileSync("dist/rfc9110.template.ts", template);
writeFileSync("dist/build-id", digestOf([...output.map(({ code }) => code), template]));
writeFileSync(
  "dist/THIRD-PARTY-LICENSES",
  licences(output.flatMap((chunk) => chunk.moduleIds).filter((path) => slices.get(path) !== "")),
);

/** A file of declarations for each door, which mentions nothing but what the package depends on. */
async function bundleTypes() {
  const types = await rollup({
    input: { index: "dist/types/index.d.ts", emit: "dist/types/emit/api.d.ts" },
    external: [external, /^node:/],
    plugins: [dts()],
  });
  await types.write({ dir: "dist", entryFileNames: "[name].d.ts", chunkFileNames: "shared.d.ts" });
}

/** Commander runs subcommands that are programs of their own, of which there are none here. */
function withoutChildProcesses(code, path) {
  return path.endsWith("commander/lib/command.js")
    ? code.replace("require('node:child_process')", "{}")
    : undefined;
}

/** What tells one build from another: what an earlier one remembered is nothing to go by. */
function digestOf(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** The names, versions and licences of the packages that are built in. */
function licences(modules) {
  const folders = modules.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort().map(licenceOf).join("\n\n");
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  return `${name} ${version} (${license})${text}\n`;
}

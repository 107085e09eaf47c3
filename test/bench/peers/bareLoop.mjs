// The least that ts-morph and Prettier need for the same TypeScript, without reading, writing or anything else:
// node bareLoop.mjs generated; prints milliseconds.
import { readdirSync, readFileSync } from "node:fs";
import { format } from "prettier";
import { Project, StructureKind } from "ts-morph";

const [, , folder] = process.argv;
const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith("index.ts"));
const structures = paths.map((path) => {
  const text = readFileSync(`${folder}/${path}`, "utf8");
  const structure = project.createSourceFile(`read/${path}`, text).getStructure();
  // ts-morph gives the overloads of functions twice, and cannot print them as statements.
  const statements = structure.statements.filter(({ kind }) => kind !== StructureKind.FunctionOverload);
  return [path, { ...structure, statements }];
});
const from = performance.now();
for (const [path, structure] of structures) {
  const text = project.createSourceFile(path, structure, { overwrite: true }).getFullText();
  await format(text, { parser: "typescript" });
}
console.log(performance.now() - from);

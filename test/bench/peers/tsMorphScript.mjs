// What the script of http-status-codes does, for each service: two enums, each a file of ts-morph's, with a
// comment inserted at the top: node tsMorphScript.mjs data.json out
import { readFileSync } from "node:fs";
import { Project, StructureKind } from "ts-morph";

const [, , data, out] = process.argv;
const project = new Project({ compilerOptions: { strict: true } });
for (const { id, codes } of JSON.parse(readFileSync(data, "utf8"))) {
  for (const [name, valueOf] of [
    ["StatusCodes", ({ code }) => code],
    ["ReasonPhrases", ({ message }) => message],
  ]) {
    const members = codes.map((each) => ({
      name: each.message.replaceAll(/\W/g, ""),
      value: valueOf(each),
      docs: [each.description],
    }));
    const file = project.createSourceFile(
      `${out}/${id}/${name}.ts`,
      { statements: [{ kind: StructureKind.Enum, name, isExported: true, members }] },
      { overwrite: true },
    );
    file.insertStatements(0, "// Generated. Do not edit.\n");
  }
}
await project.save();

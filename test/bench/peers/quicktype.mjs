// quicktype, whose enums are of texts, so of the messages: node quicktype.mjs data.json out
import { readFileSync, writeFileSync } from "node:fs";
import { InputData, JSONSchemaInput, quicktype } from "quicktype-core";

const [, , data, out] = process.argv;
const input = new JSONSchemaInput(undefined);
for (const { id, codes } of JSON.parse(readFileSync(data, "utf8"))) {
  const schema = { type: "string", enum: codes.map(({ message }) => `${id} ${message}`) };
  const holder = { type: "object", properties: { status: schema } };
  await input.addSource({ name: id, schema: JSON.stringify(holder) });
}
const inputData = new InputData();
inputData.addInput(input);
const { lines } = await quicktype({ inputData, lang: "typescript", rendererOptions: { "just-types": true } });
writeFileSync(`${out}/quicktype.ts`, lines.join("\n"));

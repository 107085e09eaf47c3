// json-schema-to-typescript, on a definition for each service: node jsonSchemaToTypescript.mjs data.json out
import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";
import { schemaOf } from "./schemas.mjs";

const [, , data, out] = process.argv;
const services = JSON.parse(readFileSync(data, "utf8"));
const definitions = Object.fromEntries(services.map((service) => [service.id, schemaOf(service)]));
const text = await compile({ title: "Services", definitions }, "Services", {
  format: false,
  unreachableDefinitions: true,
});
writeFileSync(`${out}/json-schema-to-typescript.ts`, text);

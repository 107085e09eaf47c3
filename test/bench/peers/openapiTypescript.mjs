// openapi-typescript, on a schema for each service: node openapiTypescript.mjs data.json out
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { openApiOf } from "./schemas.mjs";

const [, , data, out] = process.argv;
const document = openApiOf(JSON.parse(readFileSync(data, "utf8")));
writeFileSync(`${out}/openapi-typescript.ts`, astToString(await openapiTS(document, { enum: true })));

// @hey-api/openapi-ts, on a schema for each service: node heyApi.mjs data.json out
import { readFileSync } from "node:fs";
import { createClient } from "@hey-api/openapi-ts";
import { openApiOf } from "./schemas.mjs";

const [, , data, out] = process.argv;
await createClient({
  input: openApiOf(JSON.parse(readFileSync(data, "utf8"))),
  output: `${out}/hey-api`,
  plugins: [{ name: "@hey-api/typescript", enums: "typescript" }],
  logs: { level: "silent", file: false },
});

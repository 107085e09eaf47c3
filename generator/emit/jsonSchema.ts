import type { Emitter } from "./emitter.js";
import { headerSentence } from "./header.js";

/** `schema/spec.schema.json`: the JSON Schema of the spec language, for editors. */
export const emitJsonSchema: Emitter = async (_catalogue, options) => {
  const { format } = await import("prettier");
  const { $schema, ...schema } = options.specSchema();
  const text = JSON.stringify({ $schema, $comment: headerSentence(options), ...schema });
  return [
    { path: "schema/spec.schema.json", text: await format(text, { ...options.prettier, parser: "json" }) },
  ];
};

import type { Emitter } from "./emitter.js";
import { headerSentence } from "./header.js";
import { prettierForm } from "./prettierForm.js";
import { printJson } from "./printJson.js";

/** `schema/spec.schema.json`: the JSON Schema of the spec language, for editors. */
export const jsonSchema: Emitter = {
  all: async (_parts, options) => {
    const { $schema, ...schema } = options.specSchema();
    const text = printJson({ $schema, $comment: headerSentence(options), ...schema });
    return [
      {
        path: "schema/spec.schema.json",
        text: await prettierForm(`${text}\n`, "json", options.prettier),
      },
    ];
  },
};

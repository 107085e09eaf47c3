import { defineEmitter, headerSentence, prettierForm, printJson } from "./api.js";

/** `schema/spec.schema.json` and `schema/config.schema.json`: JSON Schemas for editors. */
export const jsonSchema = defineEmitter({
  name: "json-schema",
  // The schemas are the same whatever services say.
  part: () => null,
  all: async (_parts, options) => {
    const files = Object.entries(await options.schemas()).map(async ([name, { $schema, ...schema }]) => {
      const text = printJson({ $schema, $comment: headerSentence(options), ...schema });
      return {
        path: `schema/${name}.schema.json`,
        text: await prettierForm(`${text}\n`, "json", options.prettier),
      };
    });
    return Promise.all(files);
  },
});

import * as z from "zod";
import { specDefinition } from "./definition.js";

/**
 * The JSON Schema of the spec language, made from the definition that validates specs.
 *
 * @see https://json-schema.org/draft-07 – the draft that editors' YAML support knows best
 */
export function specJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(specDefinition, {
    target: "draft-7",
    override: ({ jsonSchema }) => {
      // Editors escape a description in a hover, but take this one as Markdown; JSON Schema does not know it.
      jsonSchema["markdownDescription"] = jsonSchema.description;
      if (jsonSchema["asWritten"] !== true) return;
      delete jsonSchema["asWritten"];
      jsonSchema.type = ["string", "number"] as never;
    },
  });
}

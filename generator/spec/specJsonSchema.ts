import * as z from "zod";
import { defineSpec } from "./definition.js";
import type { Field } from "./fields.js";
import { formOf } from "./textSchemas.js";

/**
 * The JSON Schema of the spec language, made from the definition that validates specs.
 *
 * @see https://json-schema.org/draft-07 – the draft that editors' YAML support knows best
 */
export function specJsonSchema(fields?: readonly Field[]): Record<string, unknown> {
  return z.toJSONSchema(defineSpec(fields), {
    target: "draft-7",
    override: ({ jsonSchema }) => {
      // Editors escape a description in a hover, but take this one as Markdown; JSON Schema does not know it.
      jsonSchema["markdownDescription"] = jsonSchema.description;
      // They say it in place of the pattern.
      const form = formOf(jsonSchema.pattern ?? "");
      if (form !== undefined) jsonSchema["patternErrorMessage"] = form;
      if (jsonSchema["asWritten"] !== true) return;
      delete jsonSchema["asWritten"];
      jsonSchema.type = ["string", "number"] as never;
    },
  });
}

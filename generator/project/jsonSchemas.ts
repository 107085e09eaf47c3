import type { Field } from "../spec/fields.js";

/** The JSON Schemas of a spec and of a config, for editors; what they are made from is loaded only here. */
export async function jsonSchemas(fields: readonly Field[]) {
  const [{ specJsonSchema }, { configJsonSchema }] = await Promise.all([
    import("../spec/specJsonSchema.js"),
    import("./configDefinition.js"),
  ]);
  return { spec: specJsonSchema(fields), config: configJsonSchema() };
}

/** The JSON Schemas of a spec and of a config, for editors; what they are made from is loaded only here. */
export async function jsonSchemas() {
  const [{ specJsonSchema }, { configJsonSchema }] = await Promise.all([
    import("../spec/specJsonSchema.js"),
    import("./configDefinition.js"),
  ]);
  return { spec: specJsonSchema(), config: configJsonSchema() };
}

import type * as z from "zod";
import { type Spec, specDefinition } from "./definition.js";
import type { YamlSource } from "./yamlSource.js";

/** The spec that a YAML source holds, or what is wrong with its shape. */
export function parseSpec({ data }: YamlSource): { spec: Spec } | { error: z.ZodError } {
  const result = specDefinition.safeParse(data);
  return result.success ? { spec: result.data } : { error: result.error };
}

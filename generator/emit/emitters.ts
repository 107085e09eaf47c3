import type { Catalogue } from "../catalogue/catalogue.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { EmitOptions, Emitter, OutputFile } from "./emitter.js";

/** Every emitter, loaded only when it runs. A new one is a file of its own and a line here. */
const emitters = {
  typescript: async () => (await import("./typescript.js")).emitTypescript,
  markdown: async () => (await import("./markdown.js")).emitMarkdown,
  json: async () => (await import("./json.js")).emitJson,
  "json-schema": async () => (await import("./jsonSchema.js")).emitJsonSchema,
  page: async () => (await import("./page.js")).emitPage,
} satisfies Record<string, () => Promise<Emitter>>;

export type EmitterName = keyof typeof emitters;
export const emitterNames = Object.keys(emitters) as [EmitterName, ...EmitterName[]];

/** Every file that the named emitters make of the catalogue, in order of their paths. */
export async function emitFiles(
  catalogue: Catalogue,
  names: readonly EmitterName[],
  options: EmitOptions,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const name of names) {
    const emit = await emitters[name]();
    files.push(...(await emit(catalogue, options)));
  }
  return files.sort((a, b) => compareText(a.path, b.path));
}

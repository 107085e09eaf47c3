import type { Service } from "../catalogue/catalogue.js";
import type { EmitOptions, Emitter, OutputFile } from "./emitter.js";

/** Every emitter, loaded only when it runs. A new one is a file of its own and a line here. */
const emitters = {
  typescript: async () => (await import("./typescript/typescript.js")).typescript,
  markdown: async () => (await import("./markdown/markdown.js")).markdown,
  json: async () => (await import("./json.js")).json,
  "json-schema": async () => (await import("./jsonSchema.js")).jsonSchema,
  page: async () => (await import("./page.js")).page,
} satisfies Record<string, () => Promise<Emitter>>;

export type EmitterName = keyof typeof emitters;
export const emitterNames = Object.keys(emitters) as [EmitterName, ...EmitterName[]];

/** What the files about all services say about one, by the emitters' names. */
export type ServiceParts = Readonly<Record<string, unknown>>;

/** The files that the named emitters make of one service. */
export async function emitService(
  service: Service,
  names: readonly EmitterName[],
  options: EmitOptions,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const name of names) files.push(...((await (await load(name)).service?.(service, options)) ?? []));
  return files;
}

/** What the named emitters want to know of a service for the files about all of them. */
export async function partsOf(service: Service, names: readonly EmitterName[]): Promise<ServiceParts> {
  const parts: Record<string, unknown> = {};
  for (const name of names) parts[name] = (await load(name)).part?.(service);
  return parts;
}

/** The files about all services that the named emitters make. */
export async function emitAll(
  services: readonly ServiceParts[],
  names: readonly EmitterName[],
  options: EmitOptions,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const name of names) {
    const parts = services.map((service) => service[name]);
    files.push(...((await (await load(name)).all?.(parts, options)) ?? []));
  }
  return files;
}

async function load(name: EmitterName): Promise<Emitter> {
  return emitters[name]();
}

import type { ConfiguredEmitter, Emitter, ImportExtension } from "./emitter.js";

/** The emitters that are built in, loaded only when they run. A new one is a file of its own and a line here. */
const builtIn = {
  typescript: async () => (await import("./typescript/typescript.js")).typescript,
  markdown: async () => (await import("./markdown/markdown.js")).markdown,
  json: async () => (await import("./json.js")).json,
  "json-schema": async () => (await import("./jsonSchema.js")).jsonSchema,
  page: async () => (await import("./page.js")).page,
  openapi: async () => (await import("./openapi.js")).openapi,
  problems: async () => (await import("./problems.js")).problems,
} satisfies Record<string, () => Promise<(options: never) => ConfiguredEmitter>>;

export type EmitterName = keyof typeof builtIn;
export const emitterNames = Object.keys(builtIn) as [EmitterName, ...EmitterName[]];

/** An emitter, and what a config says of it. */
export interface EmitterUse {
  /** The name of a built-in emitter, or one of your own, called with its options. */
  readonly use: EmitterName | ConfiguredEmitter;
  /** The options of a built-in emitter. Default: none. */
  readonly options?: unknown;
  /** A folder of its own, relative to the config file; it may be outside the project. Default: `output`. */
  readonly output?: string;
  /** The extension in the imports of its modules. Default: that of the config. */
  readonly importExtension?: ImportExtension;
}

/** The emitter that a config uses. */
export async function emitterOf({ use }: EmitterUse): Promise<Emitter<unknown>> {
  const { emitter } = typeof use === "string" ? (await builtIn[use]())(undefined as never) : use;
  // It alone makes its parts and options, and knows their types.
  return emitter;
}

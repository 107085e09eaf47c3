import type { Options as PrettierOptions } from "prettier";
import type { Service } from "../catalogue/catalogue.js";
import { defined, type Defined } from "../diagnostics/defined.js";

/** How a set of codes is declared in TypeScript. */
export const enumStyles = ["enum", "const-object", "union"] as const;
export type EnumStyle = (typeof enumStyles)[number];

/** How a generated module names the files that it imports. */
export const importExtensions = ["js", "ts", "none"] as const;
export type ImportExtension = (typeof importExtensions)[number];

/** A file to be, with its path below the output folder, `/` between its parts. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What emitters need beside the catalogue. */
export interface EmitOptions<Own = unknown> {
  /** The emitter's own options, as its schema gives them. */
  readonly own: Own;
  readonly enumStyle: EnumStyle;
  readonly importExtension: ImportExtension;
  /** Prettier's options for the TypeScript and JSON files. */
  readonly prettier: PrettierOptions;
  /** The tool's version, for the headers. */
  readonly version: string;
  /** The command that people run instead of editing. */
  readonly command: string;
  /** What the pages' files are called, by their specs' files. */
  readonly pageNames: ReadonlyMap<string, string>;
  /** The JSON Schemas of what people write, by the names of their files. */
  readonly schemas: () => Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
}

type Files = readonly OutputFile[] | Promise<readonly OutputFile[]>;

/**
 * Pure functions from the catalogue to files: from one service to its own files, and from what is worth
 * knowing of each to the files about all of them. What they are given must not be changed, and the same
 * services must give the same files.
 */
export interface Emitter<Part = Service, Own = unknown> {
  /** What messages call it: lower case letters, digits and single hyphens. */
  readonly name: string;
  /** What its options must be, as any library that implements Standard Schema says it. Default: it has none. */
  readonly options?: StandardSchema<unknown, Own> | undefined;
  /** The files of one service. */
  service?(service: Service, options: EmitOptions<Own>): Files;
  /** What the files about all services say about one, as plain data that JSON can hold. Default: the service. */
  part?(service: Service): Part;
  /** The files about all services, from their parts in order of the services' ids. */
  all?(parts: readonly Part[], options: EmitOptions<Own>): Files;
}

/**
 * What validates a value and gives it a type, as zod, valibot, ArkType and others make it.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input = unknown, Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Validated<Output> | Promise<Validated<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** A value as a schema gives it, or all that is wrong with it. */
type Validated<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** An emitter with options, as a config has it. */
export interface ConfiguredEmitter extends Defined<"emitter"> {
  readonly emitter: Emitter<never, never>;
  /** As they were given, before the emitter's schema sees them. */
  readonly options: unknown;
}

/**
 * Defines an emitter for the `emitters` of a config, where it is called with its options.
 *
 * @example
 * ```ts
 * import { defineEmitter } from "statusgen";
 * import { statusCodesOf } from "statusgen/emit";
 * export const list = defineEmitter({
 *   name: "list",
 *   service: (service) => [
 *     { path: `${service.id}.txt`, text: statusCodesOf(service).map(({ code }) => `${code}\n`).join("") },
 *   ],
 * });
 * // In the config: emitters: ["typescript", list()]
 * ```
 */
export function defineEmitter<Part = Service>(
  emitter: Emitter<Part, undefined> & { readonly options?: undefined },
): () => ConfiguredEmitter;
export function defineEmitter<Input, Output, Part = Service>(
  emitter: Emitter<Part, Output> & { readonly options: StandardSchema<Input, Output> },
): (options: Input) => ConfiguredEmitter;
export function defineEmitter(emitter: object): (options?: unknown) => ConfiguredEmitter {
  return (options) => ({ [defined]: "emitter", emitter: emitter as Emitter<never, never>, options });
}

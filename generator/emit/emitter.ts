import type { Options as PrettierOptions } from "prettier";
import type { Catalogue } from "../catalogue/catalogue.js";

/** How a set of codes is declared in TypeScript. */
export const enumStyles = ["enum", "const-object", "union"] as const;
export type EnumStyle = (typeof enumStyles)[number];

/** A file to be, with its path below the output folder, `/` between its parts. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What emitters need beside the catalogue. */
export interface EmitOptions {
  readonly enumStyle: EnumStyle;
  /** Prettier's options for the TypeScript and JSON files. */
  readonly prettier: PrettierOptions;
  /** The tool's version, for the headers. */
  readonly version: string;
  /** The command that people run instead of editing. */
  readonly command: string;
  /** The JSON Schema of the spec language. */
  readonly specSchema: () => Readonly<Record<string, unknown>>;
}

/** A pure function from the catalogue to files. */
export type Emitter = (catalogue: Catalogue, options: EmitOptions) => Promise<readonly OutputFile[]>;

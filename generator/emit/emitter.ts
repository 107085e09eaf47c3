import type { Options as PrettierOptions } from "prettier";
import type { Service } from "../catalogue/catalogue.js";

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
export interface EmitOptions {
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

/**
 * Pure functions from the catalogue to files: from one service to its own files, and from what is worth
 * knowing of each to the files about all of them. So a run that finds one spec changed need not look at
 * the others again.
 */
export interface Emitter<Part = unknown> {
  /** The files of one service. */
  service?(service: Service, options: EmitOptions): Promise<readonly OutputFile[]>;
  /** What the files about all services say about one, as plain data that JSON can hold. */
  part?(service: Service): Part;
  /** The files about all services, from their parts in order of the services' ids. */
  all?(parts: readonly Part[], options: EmitOptions): Promise<readonly OutputFile[]>;
}

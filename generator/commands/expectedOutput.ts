import type { Catalogue } from "../catalogue/catalogue.js";
import type { OutputFile } from "../emit/emitter.js";
import { emitFiles } from "../emit/emitters.js";
import { headerLines } from "../emit/header.js";
import { manifestFile } from "../output/manifest.js";
import { specJsonSchema } from "../spec/specJsonSchema.js";
import type { ResolvedConfig } from "./config.js";
import { version } from "./version.js";

/** The command that brings the output in step again. */
export const generateCommand = "npx statusgen generate";

/** Every file that the output folder should hold, the manifest among them. */
export async function expectedOutput(catalogue: Catalogue, config: ResolvedConfig): Promise<OutputFile[]> {
  const { enumStyle, prettier, emitters } = config;
  const header = { version, command: generateCommand };
  const files = await emitFiles(catalogue, emitters, {
    ...header,
    enumStyle,
    prettier,
    specSchema: specJsonSchema,
  });
  return [...files, manifestFile(files, headerLines(header))];
}

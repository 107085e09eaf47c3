import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { defaultConfig, type ResolvedConfig } from "../project/config.js";
import { presentConfigFiles } from "../project/configSource.js";
import { loadConfig } from "../project/loadConfig.js";
import type { ProjectOptions } from "../project/project.js";

function starterSpec({ spec, output }: ResolvedConfig): string {
  return `# yaml-language-server: $schema=${posix.relative(spec, output)}/schema/spec.schema.json
service:
  id: example # the folder of the generated files
  name: Example Service
tables:
  - kind: status-codes
    title: Status codes
    entries:
      - code: 200
        message: OK
        description: The request has succeeded.
      - code: 404
        message: Not Found
        description: |
          The requested resource does not exist. Possible causes:

          - It was deleted.
          - The path has a typo.
`;
}

const starterConfig = {
  $schema: "./generated/schema/config.schema.json",
  spec: "spec",
  output: "generated",
  enumStyle: "enum",
};

export interface InitOptions extends ProjectOptions {
  /** Whether to write a first spec. Default: `true`. */
  readonly starter?: boolean;
}

export interface InitResult {
  /** 0 if something was written, 1 if all files existed already. */
  readonly exitCode: 0 | 1;
  readonly written: readonly string[];
  /** Files that existed already; they are not changed. */
  readonly kept: readonly string[];
}

/** Writes a first spec and a config that generate without edits; overwrites nothing. */
export async function init({ cwd = process.cwd(), starter = true }: InitOptions = {}): Promise<InitResult> {
  const configs = presentConfigFiles(cwd);
  const loaded = await loadConfig(cwd);
  const config = "config" in loaded ? loaded.config : defaultConfig;
  const files = {
    ...(starter && { [`${config.spec}/example.yaml`]: starterSpec(config) }),
    ...(configs.length === 0 && { "statusgen.config.json": `${JSON.stringify(starterConfig, null, 2)}\n` }),
  };
  const written: string[] = [];
  const kept: string[] = [...configs];
  for (const [file, text] of Object.entries(files)) {
    const path = join(cwd, file);
    // A link is somebody's, and may lead out of the project.
    if (leadsOutside(cwd, file)) {
      kept.push(file);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    ((await writeNew(path, text)) ? written : kept).push(file);
  }
  return { exitCode: written.length > 0 ? 0 : 1, written, kept };
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

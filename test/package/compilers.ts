import { readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repository, run, type Finished } from "../testProject.js";

/** A version of TypeScript that has to understand the package's types. */
export interface Compiler {
  readonly version: string;
  readonly file: string;
  readonly modes: readonly ModeName[];
}

/**
 * Where a mode looks for modules, and the programs that make sense there: a file's extension decides
 * whether it is a module of ECMAScript or of CommonJS. Each program is copied from the file in `uses/`.
 */
const modes = {
  node16: {
    options: { module: "node16", moduleResolution: "node16" },
    programs: {
      "use.mts": "use.mts",
      "use.cts": "use.mts",
      "oneType.mts": "oneType.mts",
      "required.cts": "required.cts",
      "json.mts": "json.cts",
      "json.cts": "json.cts",
    },
  },
  nodenext: {
    options: { module: "nodenext", moduleResolution: "nodenext" },
    programs: {
      "use.mts": "use.mts",
      "use.cts": "use.mts",
      "oneType.mts": "oneType.mts",
      "required.cts": "required.cts",
      "jsonWithAttribute.mts": "jsonWithAttribute.mts",
      "json.cts": "json.cts",
    },
  },
  bundler: {
    options: { module: "esnext", moduleResolution: "bundler" },
    programs: {
      "use.ts": "use.mts",
      "json.ts": "json.cts",
      "jsonWithAttribute.ts": "jsonWithAttribute.mts",
    },
  },
  // Before TypeScript 5.3, imports have no attributes.
  "nodenext without attributes": {
    options: { module: "nodenext", moduleResolution: "nodenext" },
    programs: {
      "use.mts": "use.mts",
      "use.cts": "use.mts",
      "oneType.mts": "oneType.mts",
      "required.cts": "required.cts",
      "json.cts": "json.cts",
    },
  },
  "bundler without attributes": {
    options: { module: "esnext", moduleResolution: "bundler" },
    programs: { "use.ts": "use.mts", "json.ts": "json.cts" },
  },
  node10: {
    options: { module: "commonjs", moduleResolution: "node10", esModuleInterop: true },
    programs: { "use.ts": "use.mts", "json.ts": "json.cts" },
  },
} as const;

export type ModeName = keyof typeof modes;

const sharedOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  resolveJsonModule: true,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  // Declarations have to be able to name the types that they mention.
  declaration: true,
  noEmit: true,
};

/** The oldest compiler that the package is for, and the newest of each major version since. */
export const compilers: readonly Compiler[] = [
  compiler("typescript-5.0", [
    "node16",
    "nodenext without attributes",
    "bundler without attributes",
    "node10",
  ]),
  compiler("typescript-5.9", ["node16", "nodenext", "bundler", "node10"]),
  // From 6.0 on, node10 is deprecated, then gone.
  compiler("typescript", ["node16", "nodenext", "bundler"]),
  compiler("typescript-7.0", ["node16", "nodenext", "bundler"]),
];

/** Compiles, in a folder, the programs of a mode, or the given ones instead. */
export async function compile(
  { file }: Compiler,
  mode: ModeName,
  folder: string,
  programs: Readonly<Record<string, string>> = modes[mode].programs,
): Promise<Finished> {
  for (const [name, source] of Object.entries(programs)) {
    await copyFile(join(repository, "test/package/uses", source), join(folder, name));
  }
  const compilerOptions = { ...sharedOptions, ...modes[mode].options };
  const config = JSON.stringify({ compilerOptions, files: Object.keys(programs) });
  await writeFile(join(folder, "tsconfig.json"), config);
  return run(process.execPath, [file, "-p", "."], { cwd: folder });
}

function compiler(name: string, ofModes: readonly ModeName[]): Compiler {
  const folder = join(repository, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return { version, file: join(folder, "bin/tsc"), modes: ofModes };
}

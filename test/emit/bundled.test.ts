import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type EnumStyle, enumStyles } from "../../generator/emit/emitter.js";
import { emitterNames } from "../../generator/emit/emitters.js";
import type { SpecFile } from "../../generator/project/loadCatalogue.js";
import { repository, builtStatusgen, testProject, textsBelow } from "../testProject.js";
import { catalogueOf, emitTree, fixtureSpecs, ownOptions } from "./emittedTree.js";
import { hostileSpec, tried } from "./hostileSpecs.js";

/** Specs that make use of every part of ts-morph and TypeScript that printing has. */
const specs: readonly SpecFile[] = [
  ...fixtureSpecs,
  ...fc.sample(hostileSpec, tried(100)).map((text, index) => ({
    file: `spec/hostile-${index}.yaml`,
    text: text.replace(/"hostile"/, `"hostile-${index}"`).replace(/("prefix": )"\w+"/, `$1"H${index}"`),
  })),
];

test.each(enumStyles)(
  "the built command writes what its sources make, with the whole of ts-morph: %s",
  async (style) => {
    const cwd = await testProject({
      ...Object.fromEntries(specs.map(({ file, text }) => [file, text])),
      "statusgen.config.json": JSON.stringify({
        enumStyle: style,
        emitters: emitterNames.map((use) => ({ use, options: ownOptions[use] })),
      }),
    });
    expect(await builtStatusgen(cwd, "generate")).toMatchObject({ exitCode: 0 });
    expect(await textsBelow(join(cwd, "generated"))).toMatchObject(await madeBySources(style));
  },
);

async function madeBySources(style: EnumStyle): Promise<Readonly<Record<string, string>>> {
  const { version } = JSON.parse(await readFile(join(repository, "generator/package.json"), "utf8")) as {
    readonly version: string;
  };
  const files = await emitTree(catalogueOf(specs), style, undefined, {
    version,
    command: "npx statusgen generate",
  });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

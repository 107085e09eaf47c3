import fc from "fast-check";
import { expect, test } from "vitest";
import { enumStyles } from "../../generator/emit/emitter.js";
import { testProject } from "../testProject.js";
import { compile, writeTree } from "./compilers.js";
import { emitTree } from "./emittedTree.js";
import { hostileCatalogue, tried } from "./hostileSpecs.js";

test("any valid spec gives TypeScript that passes the type check", async () => {
  const samples = fc.sample(fc.tuple(hostileCatalogue, fc.constantFrom(...enumStyles)), tried(30));
  const folder = await testProject({});
  const files = await Promise.all(
    samples.map(async ([catalogue, enumStyle], index) => {
      const tree = await emitTree(catalogue, enumStyle, ["typescript"]);
      return tree.map(({ path, text }) => ({ path: `${index}-${enumStyle}/${path}`, text }));
    }),
  );
  writeTree(folder, files.flat());
  const finished = await compile(folder, "typescript", { erasableSyntaxOnly: false });
  expect(finished).toMatchObject({ stdout: "", exitCode: 0 });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import fc from "fast-check";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";
import { testProject } from "../testProject.js";
import { compile, writeTree } from "./compilers.js";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";
import { readTree } from "./files.js";
import { hostileCatalogue, tried } from "./hostileSpecs.js";

/** What a validator of OpenAPI finds wrong in a document. */
async function problemsOf(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ["spec"] });
  const problems = await lintFromString({ source, config });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

test("a validator of OpenAPI finds nothing wrong, whatever the texts are", async () => {
  const documents = readTree("test/snapshots/enum/openapi").map(({ text }) => text);
  expect(documents.length).toBeGreaterThan(4);
  for (const document of documents) expect(await problemsOf(document)).toEqual([]);
  await fc.assert(
    fc.asyncProperty(hostileCatalogue, async (catalogue) => {
      for (const { text } of await emitTree(catalogue, "enum", ["openapi"]))
        expect(await problemsOf(text)).toEqual([]);
    }),
    tried(20),
  );
  expect(await problemsOf('{ "openapi": "3.1.1", "components": { "responses": { "A": {} } } }')).toEqual([
    "struct: The field `info` must be present on this level.",
    "struct: The field `description` must be present on this level.",
  ]);
});

test("openapi-typescript makes the same types of it as the module has", async () => {
  const folder = await testProject({});
  const files = await emitTree(fixtureCatalogue(), "union", ["typescript", "openapi"]);
  writeTree(
    folder,
    files.filter(({ path }) => path.endsWith(".ts")),
  );
  const agreements: string[] = [];
  for (const { path, text } of files.filter(({ path }) => path.endsWith(".json"))) {
    const service = /\/(.*)\.json$/.exec(path)?.[1] ?? "";
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    await writeFile(join(folder, `${service}.api.ts`), astToString(await openapiTS(text)));
    agreements.push(
      `import type * as ${service}Api from "./${service}.api.js";`,
      `import type * as ${service} from "./${service}/index.js";`,
      ...Object.keys(components.schemas).map(
        (name) =>
          `export const ${service}${name}: Same<${service}Api.components["schemas"]["${name}"], ${service}.${name}> = true;`,
      ),
    );
  }
  expect(agreements.length).toBeGreaterThan(15);
  const same = "type Same<A, B> = [A, B] extends [B, A] ? true : false;";
  await writeFile(join(folder, "agree.ts"), [...agreements, same].join("\n"));
  expect(await compile(folder, "typescript", { noUnusedLocals: false })).toMatchObject({
    stdout: "",
    exitCode: 0,
  });
});

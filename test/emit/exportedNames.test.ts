import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exportedNames } from "../../generator/catalogue/serviceNames.js";
import { generate } from "../../generator/index.js";
import { loadCatalogue, loadSpec } from "../../generator/project/loadCatalogue.js";
import { repository, testProject } from "../testProject.js";
import { emitTree } from "./emittedTree.js";
import { tried } from "./hostileSpecs.js";
import { joinSpecs } from "../../generator/catalogue/catalogue.js";

const prefix = fc.constantFrom(
  "Foo",
  "IsFoo",
  "FooStatusCode",
  "FooErrorCode",
  "FooStatusCodePage",
  "FooFoo",
);

const name = fc.constantFrom(
  "Pages",
  "Foo",
  "PagesStatusCode",
  "StatusCode",
  "PagesPages",
  "Value",
  "ErrorEntries",
);

const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });

const statusTable = names.map((members) => ({
  kind: "status-codes",
  columns: ["Status Code", "Description"],
  entries: members.map((member, index) => ({ code: `${400 + index}`, name: member, description: "A text." })),
}));

const errorTable = names.map((members) => ({
  kind: "error-codes",
  columns: ["Error Code", "Description"],
  entries: members.map((member, index) => ({ code: `E${index}`, name: member, description: "A text." })),
}));

const tables = fc.oneof(fc.tuple(statusTable), fc.tuple(errorTable), fc.tuple(statusTable, errorTable));

const project = fc.array(fc.record({ prefix, tables }), { minLength: 2, maxLength: 4 }).map((services) =>
  services.map((service, index) => ({
    file: `spec/${index}.yaml`,
    text: JSON.stringify({
      service: { id: `s${index}`, name: "A Service", prefix: service.prefix },
      page: { id: "page", title: "Codes" },
      tables: service.tables,
    }),
  })),
);

test("services are refused exactly where an index of all would export a name twice", async () => {
  const seen = { valid: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(project, async (files) => {
      const services = files.flatMap((file) => loadSpec(file).spec?.service ?? []);
      const exported = await exportedBy(services.map((service) => joinSpecs([service])));
      const { diagnostics } = loadCatalogue(files);
      const isRefused = diagnostics.some(({ rule }) => rule === "duplicate-service");
      expect(isRefused).toBe(new Set(exported).size < exported.length);
      expect(services.flatMap(exportedNames).sort()).toEqual(exported.sort());
      const prefixes = new Set(services.map((service) => service.prefix));
      if (prefixes.size === services.length) seen[isRefused ? "refused" : "valid"] += 1;
    }),
    tried(200),
  );
  expect(Math.min(seen.valid, seen.refused)).toBeGreaterThan(20);
});

test("a service that was read in an earlier run clashes with a new one as well", async () => {
  const fixtures = join(repository, "test/fixtures/rules/duplicate-service/fail");
  const [first, second] = await Promise.all(
    ["shared-name.yaml", "shared-name-too.yaml"].map((file) => readFile(join(fixtures, file), "utf8")),
  );
  const cwd = await testProject({ "spec/first.yaml": first ?? "" });
  expect((await generate({ cwd })).exitCode).toBe(0);
  await writeFile(join(cwd, "spec/second.yaml"), second ?? "");
  const { diagnostics, exitCode } = await generate({ cwd });
  expect(diagnostics).toMatchObject([{ rule: "duplicate-service", file: "spec/second.yaml" }]);
  expect(exitCode).toBe(2);
});

/** What the modules of services export, each name once for each module. */
async function exportedBy(services: Parameters<typeof emitTree>[0]["services"]): Promise<string[]> {
  const files = await emitTree({ services }, "enum", ["typescript"]);
  return files
    .filter(({ path }) => /^s\d\/index\.ts$/.test(path))
    .flatMap(({ text }) => {
      const found = text.matchAll(/^export (?:const|enum|type|interface|function) ([\w$]+)/gm);
      return [...new Set([...found].map(([, each]) => each ?? ""))];
    });
}

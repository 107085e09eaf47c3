import { describe, expect, test } from "vitest";
import { runEmitters } from "../../generator/commands/runEmitters.js";
import type { ImportExtension } from "../../generator/emit/emitter.js";
import { catalogueOf, header } from "./emittedTree.js";

const errors = "  - kind: error-codes\n    entries: [{ code: A.1 }]\n";
const status = "  - kind: status-codes\n    entries: [{ code: 404, description: It is gone. }]\n";

/** The modules of services with these tables, by path. */
async function modulesOf(tables: Readonly<Record<string, string>>, importExtension: ImportExtension = "js") {
  const specs = Object.entries(tables).map(([id, text]) => ({
    file: `spec/${id}.yaml`,
    text: `service: { id: ${id}, name: ${id} }\ntables:\n${text}`,
  }));
  const options = {
    ...header,
    enumStyle: "enum" as const,
    importExtension,
    prettier: {},
    pageNames: new Map<string, string>(),
    schemas: () => Promise.resolve({}),
  };
  const surroundings = { cwd: "/", configFile: "", isInPlace: () => true };
  const emitters = await runEmitters([{ use: "typescript" }], options, surroundings);
  const { services } = catalogueOf(specs);
  const files = await Promise.all(services.map((service) => emitters.service(service)));
  const parts = await Promise.all(services.map((service) => emitters.parts(service)));
  return new Map([...files.flat(), ...(await emitters.all(parts))].map(({ path, text }) => [path, text]));
}

describe("modules about all services", () => {
  test("know of services that have status codes", async () => {
    const modules = await modulesOf({ a: status, b: errors, c: status });
    expect([...modules.keys()].sort()).toEqual([
      "a/index.ts",
      "b/index.ts",
      "c/index.ts",
      "index.ts",
      "rfc9110/index.ts",
    ]);
    expect(modules.get("index.ts")?.split("\n").slice(3)).toEqual([
      'import { aService } from "./a/index.js";',
      'import { cService } from "./c/index.js";',
      'import type { StatusService } from "./rfc9110/index.js";',
      "",
      'export * from "./rfc9110/index.js";',
      'export * from "./a/index.js";',
      'export * from "./b/index.js";',
      'export * from "./c/index.js";',
      "",
      "/** All services that have status codes, in order of their ids. */",
      "export const services: readonly StatusService[] = /* @__PURE__ */ Object.freeze(",
      "  [aService, cService],",
      ");",
      "",
    ]);
  });

  test("have nothing of status codes where there are none", async () => {
    const modules = await modulesOf({ b: errors });
    expect([...modules.keys()].sort()).toEqual(["b/index.ts", "index.ts"]);
    expect(modules.get("index.ts")?.split("\n").slice(3)).toEqual(['export * from "./b/index.js";', ""]);
  });
});

test.each([
  ["js", "index.js"],
  ["ts", "index.ts"],
  ["none", "index"],
] as const)("imports have the extension of the config: %s", async (extension, file) => {
  const modules = await modulesOf({ a: status }, extension);
  expect(modules.get("a/index.ts")).toContain(`from "../rfc9110/${file}";`);
  expect(modules.get("index.ts")).toContain(`export * from "./a/${file}";`);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifierFrom, variablePrefix } from "../../generator/catalogue/names.js";
import { newServices } from "../../generator/import/newServices.js";
import { newSpecFiles } from "../../generator/import/newSpecFiles.js";
import { serviceDefinition } from "../../generator/spec/definition.js";
import { tried } from "../emit/hostileSpecs.js";

/** Ids of services by the pages' files. */
function idsOf(
  pages: Readonly<Record<string, string>>,
  taken: readonly string[] = [],
): Record<string, string> {
  const services = newServices(
    Object.entries(pages).map(([file, id]) => ({ file, page: { id, title: "Codes" } })),
    taken.map((id) => ({ id, prefix: identifierFrom(id) })),
  );
  return Object.fromEntries([...services].map(([file, { id }]) => [file, id]));
}

describe("a service that is made up is named after", () => {
  test("the page's id", () => {
    expect(idsOf({ "a/p.rst": "ErrorCode" })).toEqual({ "a/p.rst": "errorcode" });
    expect(idsOf({ "a/p.rst": "2fa_codes" })).toEqual({ "a/p.rst": "page-2fa-codes" });
  });

  test("folder and id, where pages of one call have one id, or a service has it", () => {
    expect(idsOf({ "x/a/p.rst": "E", "x/b/p.rst": "e" })).toEqual({ "x/a/p.rst": "a-e", "x/b/p.rst": "b-e" });
    expect(idsOf({ "x/a/p.rst": "E" }, ["e"])).toEqual({ "x/a/p.rst": "a-e" });
  });

  test("id and file, where the folder is the same", () => {
    expect(idsOf({ "a/p.rst": "E", "a/q.rst": "E" })).toEqual({ "a/p.rst": "e-p", "a/q.rst": "e-q" });
  });

  test("something else than a folder of the output, or a name that gives another's TypeScript names", () => {
    expect(idsOf({ "a/p.rst": "docs" })).toEqual({ "a/p.rst": "a-docs" });
    expect(idsOf({ "c/p.rst": "ab", "d/p.rst": "a-b" })).toEqual({ "c/p.rst": "c-ab", "d/p.rst": "d-a-b" });
  });

  test("its title as plain text", () => {
    const page = { id: "x", title: "**O\\&M** Codes" };
    expect(newServices([{ file: "p.rst", page }], []).get("p.rst")?.name).toBe("O&M Codes");
  });
});

const part = fc.constantFrom("a", "b", "docs", "con", "ErrorCode", "a-b", "ab", "1", "錯", "x".repeat(70));
const anyPages = fc
  .uniqueArray(
    fc.tuple(
      fc.tuple(part, part).map(([folder, name]) => `${folder}/${name}.rst`),
      part,
    ),
    {
      minLength: 1,
      maxLength: 12,
      selector: ([file]) => file,
    },
  )
  .map((pages) => Object.fromEntries(pages));

test("services that are made up are valid, differ in all names, and do not depend on the pages' order", () => {
  const idOfService = serviceDefinition.shape.id;
  fc.assert(
    fc.property(anyPages, fc.uniqueArray(fc.constantFrom("a", "b", "ab", "errorcode")), (pages, taken) => {
      const ids = idsOf(pages, taken);
      const all = [...Object.values(ids), ...taken];
      expect(Object.keys(ids)).toHaveLength(Object.keys(pages).length);
      expect(new Set(all).size).toBe(all.length);
      expect(new Set(all.map((id) => variablePrefix(identifierFrom(id)))).size).toBe(all.length);
      for (const id of all) expect(idOfService.safeParse(id).success).toBe(true);
      expect(idsOf(Object.fromEntries(Object.entries(pages).reverse()), taken)).toEqual(ids);
    }),
    tried(500),
  );
});

test("a new spec is named after its service, else after service and page, and never like another file", () => {
  const specs = [
    { source: "a/p.rst", serviceId: "a" },
    { source: "b/p.rst", serviceId: "a-p" },
    { source: "c/p.rst", serviceId: "c" },
  ];
  const taken = new Set(["a.yaml", "c.yaml", "c-p.yaml"]);
  expect(
    Object.fromEntries(
      newSpecFiles(
        specs,
        () => true,
        (name) => taken.has(name),
      ),
    ),
  ).toEqual({
    "a/p.rst": "a-p-2.yaml",
    "b/p.rst": "a-p.yaml",
    "c/p.rst": "c-p-2.yaml",
  });
});

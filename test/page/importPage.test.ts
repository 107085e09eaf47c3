import fc from "fast-check";
import { expect, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import type { PageService } from "../../generator/catalogue/catalogue.js";
import { importPage } from "../../generator/page/importPage.js";
import { digestOf } from "../../generator/page/pageDigest.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { tried } from "../emit/hostileSpecs.js";
import { randomSpec } from "./randomSpecs.js";
import { withPage } from "../pageSpecs.js";

const service = { id: "random", name: "Random" };

test("a spec made at random, written as a page and imported again, is the same spec", () => {
  fc.assert(
    fc.property(randomSpec, (spec) => {
      const written = buildService(withPage(spec), "spec/random.yaml");
      const { spec: imported, findings } = importPage(writeRst(written), { service });
      expect(findings).toEqual([]);
      if (!imported) throw new Error("The page was refused.");
      const read = buildService(imported, "spec/random.yaml");
      expect(unnamed(read)).toEqual(
        unnamed({ ...written, page: { ...written.page, digest: digestOf(writeRst(written)) } }),
      );
    }),
    tried(200),
  );
});

test("a page that ends with its title has no table, and is told at its last line", () => {
  const { spec, findings } = importPage("Status Codes\n============", { service });
  expect(spec).toBeUndefined();
  expect(findings).toMatchObject([{ rule: "no-code-table", line: 2 }]);
});

/** Names are made for clashes on import; what the page says has none. */
function unnamed({ tables, ...rest }: PageService) {
  return {
    ...rest,
    tables: tables.map(({ entries, ...table }) => ({
      ...table,
      entries: entries.map((entry) => ({ ...entry, name: "", page: undefined })),
    })),
  };
}

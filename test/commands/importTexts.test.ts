import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../emit/evaluate.js";
import { statusgen, testProject } from "../testProject.js";

const page = `.. _shop:

O&M Status Codes
================

.. table:: **Table 1** Codes [all] of O&M

   ==== =========== ===========================
   Code Message     Description
   ==== =========== ===========================
   400  R&D [x] a_b Ask AT&T & wait 2 * 3 < 7 s.
   404  <key> *     Set \\*a\\* to &copy;.
   ==== =========== ===========================
`.replaceAll(/^( *==== =========== =+)$/gm, "$1=");

interface Texts {
  readonly service: { readonly name: string };
  readonly page: { readonly title: string };
  readonly tables: readonly {
    readonly title: string;
    readonly entries: readonly { readonly message: string; readonly description: string }[];
  }[];
}

test("import escapes in a spec what would be read otherwise, and nothing else", async () => {
  const folder = await testProject({ "shop.rst": page });
  expect(await statusgen(folder, "import", "shop.rst")).toMatchObject({ exitCode: 0 });
  const spec = parse(await readFile(join(folder, "spec/shop.yaml"), "utf8")) as Texts;
  expect(spec.service.name).toBe("O&M Status Codes");
  expect(spec.page.title).toBe("O&M Status Codes");
  expect(spec.tables[0]?.title).toBe("Codes [all] of O&M");
  expect(spec.tables[0]?.entries).toMatchObject([
    { message: "R&D [x] a_b", description: "Ask AT&T & wait 2 * 3 < 7 s." },
    { message: String.raw`\<key> *`, description: String.raw`Set \*a* to \&copy;.` },
  ]);
});

test("names, titles and messages are plain text in what is generated from an imported page", async () => {
  const folder = await testProject({ "shop.rst": page });
  await statusgen(folder, "import", "shop.rst");
  expect(await statusgen(folder, "generate")).toMatchObject({ exitCode: 0 });
  const textOf = (path: string) => readFile(join(folder, "generated", path), "utf8");
  const module = evaluate(await textOf("shop/index.ts"));
  expect(module).toMatchObject({
    shopService: { name: "O&M Status Codes" },
    shopPages: [{ title: "O&M Status Codes" }],
    shopStatusMessages: { 400: "R&D [x] a_b", 404: "<key> *" },
    shopStatusDescriptions: { 400: "Ask AT&T & wait 2 * 3 < 7 s." },
  });
  expect(JSON.parse(await textOf("json/shop.json"))).toMatchObject({
    service: { name: "O&M Status Codes" },
    pages: [{ title: "O&M Status Codes" }],
    tables: [{ title: "Codes [all] of O&M", entries: [{ message: "R&D [x] a_b" }, { message: "<key> *" }] }],
  });
  expect(await textOf("docs/shop/codes-all-of-o-m.md")).toContain("# O&M Status Codes: Codes \\[all] of O&M");
  expect(await textOf("pages/shop.rst")).toContain("\nO&M Status Codes\n====");
});

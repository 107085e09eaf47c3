import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
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

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository, statusgen, testProject } from "../testProject.js";

const page = `:original_name: shop_0001.html

.. _shop_0001:

Status Codes
============

=========== ========= =================
Status Code Message   Description
=========== ========= =================
200         OK        It worked.
404         Not Found It is not there.
=========== ========= =================
`.replaceAll("=================", "================");

const spec = `# yaml-language-server: $schema=../generated/schema/spec.schema.json
service:
  id: shop
  name: The Shop
page:
  id: shop_0001
  title: Status Codes
  source: shop.rst
  digest: sha256:DIGEST
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - code: 200
        message: OK
        description: It worked.
      - code: 404
        message: Not Found
        description: It is not there.
`;

const importShop = (folder: string, ...more: readonly string[]) =>
  statusgen(folder, "import", "shop.rst", "--service", "shop:The Shop", ...more);
const specOf = (folder: string) => readFile(join(folder, "spec/shop.yaml"), "utf8");

describe("import", () => {
  test("writes a spec as a person would have written it, which generates the page again", async () => {
    const folder = await testProject({ "shop.rst": page });
    expect(await importShop(folder)).toMatchObject({ exitCode: 0, stderr: "" });
    const written = await specOf(folder);
    expect(written.replace(/sha256:[0-9a-f]{64}/, "sha256:DIGEST")).toBe(spec);
    expect(await statusgen(folder, "generate")).toMatchObject({ exitCode: 0 });
    expect(await statusgen(folder, "check")).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(folder, "generated/pages/shop_0001.rst"), "utf8")).toBe(page);
  });

  test("gives the specs of this repository again from their pages", async () => {
    const folder = await testProject({});
    const pages = ["apig-en-api-180713206", "functiongraph_06_1310"].map((id) =>
      join(repository, `generated/pages/${id}.rst`),
    );
    const { exitCode, stdout } = await statusgen(folder, "import", ...pages, "--json");
    expect(exitCode).toBe(0);
    const { specs } = JSON.parse(stdout) as { specs: { text: string }[] };
    const entries = (text: string) => text.slice(text.indexOf("    entries:"));
    const own = await Promise.all(
      ["apig", "functiongraph"].map((id) => readFile(join(repository, `spec/${id}.yaml`), "utf8")),
    );
    expect(specs.map(({ text }) => entries(text))).toEqual(own.map(entries));
  });

  test("prints the spec with --stdout, and writes nothing", async () => {
    const folder = await testProject({ "shop.rst": page });
    const { stdout, exitCode } = await importShop(folder, "--stdout");
    expect({ exitCode, text: stdout.replace(/sha256:[0-9a-f]{64}/, "sha256:DIGEST") }).toEqual({
      exitCode: 0,
      text: spec,
    });
    await expect(specOf(folder)).rejects.toThrow("ENOENT");
  });

  test("refuses a page without codes, with the reason and the line", async () => {
    const folder = await testProject({ "shop.rst": page.replaceAll("Status Code", "Parameter  ") });
    const { stdout, exitCode } = await importShop(folder);
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      'shop.rst:8:1 error no-code-table: The page has no table of codes: none of its columns holds codes: "Parameter"',
    );
  });

  test("takes the roles of the columns that are given", async () => {
    const folder = await testProject({ "shop.rst": page });
    expect(await importShop(folder, "--columns", "code,description,other")).toMatchObject({ exitCode: 0 });
    expect(await specOf(folder)).toContain(
      "columns: [Status Code, {description: Message}, {other: Description}]",
    );
  });

  test.each([
    ["--service", "shop:"],
    ["--columns", "code,text"],
  ])("tells how to write %s %s", async (option, value) => {
    const folder = await testProject({ "shop.rst": page });
    expect(await statusgen(folder, "import", "shop.rst", option, value)).toMatchObject({ exitCode: 2 });
  });
});

describe("import over an existing spec", () => {
  const edited = (text: string) =>
    text
      .replace("service:", "# Ours.\nservice:")
      .replace("      - code: 404\n", "      # Seldom seen.\n      - code: 404\n        name: Gone\n");

  test("leaves it as it is, byte for byte, where the page is the same", async () => {
    const folder = await testProject({ "shop.rst": page });
    await importShop(folder);
    const text = edited(await specOf(folder));
    await writeFile(join(folder, "spec/shop.yaml"), text);
    expect((await importShop(folder)).stdout).toContain("(unchanged)");
    expect(await specOf(folder)).toBe(text);
  });

  test("changes only what the page changed, and keeps names and comments", async () => {
    const folder = await testProject({ "shop.rst": page });
    await importShop(folder);
    const text = edited(await specOf(folder));
    await writeFile(join(folder, "spec/shop.yaml"), text);
    await writeFile(join(folder, "shop.rst"), page.replace("It is not there.", "It was not there"));
    await importShop(folder);
    const digest = /sha256:[0-9a-f]{64}/;
    const expected = text.replace("It is not there.", "It was not there").replace(digest, "");
    expect((await specOf(folder)).replace(digest, "")).toBe(expected);
  });

  test("retires what the page no longer lists, and adds what is new", async () => {
    const folder = await testProject({ "shop.rst": page });
    await importShop(folder);
    await writeFile(join(folder, "shop.rst"), page.replace("404         Not Found", "410         Gone     "));
    await importShop(folder);
    const written = await specOf(folder);
    expect(written).toMatch(
      /code: 404\n {8}message: Not Found\n {8}description: It is not there\.\n {8}retired: \d{4}-\d\d-\d\d\n/,
    );
    expect(written).toContain("      - code: 410\n        message: Gone\n");
  });

  test("keeps a deviation while the page says its original, and drops it when the page is corrected", async () => {
    const folder = await testProject({ "shop.rst": page });
    await importShop(folder);
    const deviation =
      "        deviations:\n          description:\n            original: It is not there.\n            reason: Too short.\n";
    const text = (await specOf(folder)).replace(
      "description: It is not there.\n",
      `description: It's not there.\n${deviation}`,
    );
    await writeFile(join(folder, "spec/shop.yaml"), text);
    await importShop(folder);
    expect(await specOf(folder)).toBe(text);
    await writeFile(join(folder, "shop.rst"), page.replace("It is not there.", "It's not there. "));
    await importShop(folder);
    expect(await specOf(folder)).not.toContain("deviations");
  });
});

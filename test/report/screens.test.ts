import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { smallSpec, statusgen, statusgenIn, testProject } from "../testProject.js";

const longText =
  "The request was refused because the quota of the project is used up; raise the quota, or wait until the next period begins, and send the request again.";

/** A spec with texts that are longer than a terminal is wide, and one in wide characters. */
const spec = smallSpec
  .replace("It worked.", `"${longText}"`)
  .replace(
    "It is not there.",
    "要求された資源は見つかりませんでした。もう一度番号を確かめてから、要求を送り直してください、または担当者に連絡してください",
  );

const page = `Status Codes of the Small Service
=================================

=========== ========= ${"=".repeat(60)}
Status Code Message   Description
=========== ========= ${"=".repeat(60)}
200         OK        It worked, as far as the service can tell from here.
404         Not Found The resource is not there, or has never been there at all.
=========== ========= ${"=".repeat(60)}
`;

const broken = spec
  .replace("message: OK", `mesage: OK`)
  .replace("id: small", "id: Small")
  .replace("description: 要", "descripton: 要");

/** What is run, and in which project. */
const screens: readonly (readonly [
  title: string,
  files: Readonly<Record<string, string>>,
  ...args: string[],
])[] = [
  ["The help", {}, "--help"],
  ["The help of import", {}, "import", "--help"],
  ["The help of diff", {}, "diff", "--help"],
  ["A spec with mistakes", { "spec/small.yaml": broken }, "generate"],
  ["A first run", { "spec/small.yaml": spec }, "generate"],
  ["Suspicious entries", { "spec/small.yaml": spec }, "lint"],
  ["An output that is out of date", { "spec/small.yaml": spec }, "check"],
  [
    "An import",
    { "pages/status_codes_of_the_small_service.rst": page, "pages/none.rst": "None\n====\n" },
    "import",
    "pages",
  ],
  ["A page that differs", { "spec/small.yaml": spec, "small.rst": page }, "verify", "--page", "small.rst"],
  [
    "A spec and a page",
    { "spec/small.yaml": spec, "small.rst": page },
    "diff",
    "spec/small.yaml",
    "small.rst",
  ],
  ["A code", { "spec/small.yaml": spec }, "explain", "200"],
  ["A comparison", { "spec/small.yaml": spec }, "compare"],
  ["No project", {}, "check"],
];

test.each([60, 80, 120])("on a terminal of %i columns, everything fits", async (columns) => {
  const shown: string[] = [];
  for (const [title, files, ...args] of screens) {
    const cwd = await testProject(files);
    if (title.startsWith("An output")) await outOfDate(cwd);
    const env = { COLUMNS: String(columns), FORCE_COLOR: "0" };
    const { stdout, stderr } = await statusgenIn(env, cwd, ...args);
    const screen = (stdout + stderr).replaceAll(/(?:\/[^\s/]+)*\/statusgen-\w{6}/g, "/home/ada");
    shown.push(`# ${title}: statusgen ${args.join(" ")}\n\n${screen}`);
    for (const line of screen.split("\n"))
      if (stringWidth(line) > columns) expect(line.trim(), "a line that is too wide").toMatch(/^\S+$/);
  }
  await expect(shown.join("\n")).toMatchFileSnapshot(`screens/${columns}.txt`);
});

/** Output whose TypeScript was edited by hand, in a line that is longer than a terminal is wide. */
async function outOfDate(cwd: string): Promise<void> {
  await statusgen(cwd, "generate");
  await rm(join(cwd, "generated/index.ts"));
  await writeFile(join(cwd, "generated/json/small.json"), `{ "description": "${longText}" }\n`);
}

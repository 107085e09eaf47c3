import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, expect, test } from "vitest";
import { repository } from "../testProject.js";
import { apiReference } from "./made/apiReference.js";
import { commandNames, helpOf } from "./made/commandHelp.js";
import { jsonOfLint, jsonOfService } from "./made/jsonExamples.js";
import { changeList, ruleList } from "./made/ruleExamples.js";
import { configKeys, knownHeadersOf, specFields } from "./made/specFields.js";

/** The parts of the docs that are made from the code, by the name that the page gives them. */
const makers: Readonly<Record<string, () => string | Promise<string>>> = {
  ...Object.fromEntries(Object.entries(specFields).map(([name, make]) => [`fields of ${name}`, make])),
  "headers of status-codes": () => knownHeadersOf("status-codes"),
  "headers of error-codes": () => knownHeadersOf("error-codes"),
  ...Object.fromEntries(commandNames.map((name) => [`help of ${name}`, () => helpOf(name)])),
  "config keys": configKeys,
  rules: ruleList,
  changes: changeList,
  api: apiReference,
  "json of a service": jsonOfService,
  "json of lint": jsonOfLint,
};

const part = /(?<start><!-- made: (?<name>.*?) -->\n)[^]*?(?<end>\n<!-- \/made -->)/g;

const folder = join(repository, "docs");
const pages = readdirSync(folder).filter((file) => file.endsWith(".md"));
const placed = new Set<string>();

test.each(pages)(
  "docs/%s is up to date; `npx vitest run test/docs -u` makes its parts again",
  async (page) => {
    const text = readFileSync(join(folder, page), "utf8");
    const names = [...text.matchAll(part)].flatMap(({ groups }) => groups?.["name"] ?? []);
    const made = new Map<string, string>();
    for (const name of names) {
      placed.add(name);
      made.set(name, (await makers[name]?.()) ?? `There is no part "${name}".`);
    }
    const current = text.replace(part, (...args) => {
      const { start = "", name = "", end = "" } = args.at(-1) as Record<string, string>;
      return `${start}\n${made.get(name) ?? ""}\n${end}`;
    });
    await expect(await format(current, { parser: "markdown" })).toMatchFileSnapshot(join(folder, page));
  },
);

afterAll(() => {
  expect([...placed].sort()).toEqual(Object.keys(makers).sort());
});

import { expect, test } from "vitest";
import { repository } from "../testProject.js";
import { catalogueOf, emitTree, fixtureCatalogue, fixtureSpecs } from "./emittedTree.js";

test("the same specs give the same bytes", async () => {
  expect(await emitTree(catalogueOf(fixtureSpecs))).toEqual(await emitTree(catalogueOf(fixtureSpecs)));
});

test("the order in which the specs were read makes no difference", async () => {
  const reversed = catalogueOf([...fixtureSpecs].reverse());
  expect(await emitTree(reversed)).toEqual(await emitTree(fixtureCatalogue()));
});

test("no file tells when or where it was made", async () => {
  const here = [repository, repository.replaceAll("\\", "/"), process.cwd()];
  const thisYear = new RegExp(String.raw`\b${new Date().getFullYear()}-\d\d|\d\d:\d\d:\d\d`);
  for (const { path, text } of await emitTree(fixtureCatalogue())) {
    for (const folder of here) expect(text, path).not.toContain(folder);
    expect(text, path).not.toMatch(thisYear);
  }
});

test("the files are in order of their paths, and none stands twice", async () => {
  const paths = (await emitTree(fixtureCatalogue())).map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)].sort());
});

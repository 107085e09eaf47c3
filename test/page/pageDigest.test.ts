import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageDigest } from "../../generator/page/pageDigest.js";
import { emitTree, fixtureCatalogue } from "../emit/emittedTree.js";
import { onlySpec } from "../pageSpecs.js";

const recorded = {
  apig: "sha256:e981049762fe6c1ef993381d9389f29a61d424305ded8fb5df936d7350d6c26c",
  functiongraph: "sha256:67839bc31f0ffe589990e08789925fbafd7a376292045e6157a01460720ea95d",
};

test.each(Object.entries(recorded))("the page of %s is the vendor's, byte for byte", async (id, digest) => {
  const service = fixtureCatalogue().services.find((each) => each.id === id);
  const file = (await emitTree(fixtureCatalogue())).find(
    ({ path }) => path === `pages/${service && onlySpec(service).page.id}.rst`,
  );
  expect(
    `sha256:${createHash("sha256")
      .update(file?.text ?? "")
      .digest("hex")}`,
  ).toBe(digest);
  expect(service && onlySpec(service).page.digest).toBe(digest);
});

test("the digest changes with any text of the page", () => {
  const [first] = fixtureCatalogue().services;
  if (!first) throw new Error("There is no service.");
  const service = onlySpec(first);
  const { page } = service;
  expect(pageDigest({ ...service, page: { ...page, title: `${page.title}.` } })).not.toBe(
    pageDigest(service),
  );
});

import { readFile, rm } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangerWith } from "./packed.js";

let folder = "";
let tarball = new Uint8Array();

beforeAll(async () => {
  const stranger = await strangerWith("otc-status-codes");
  folder = stranger.folder;
  for (const file of stranger.tarballs) tarball = new Uint8Array(await readFile(file));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the packed otc-status-codes", () => {
  test("has a manifest that publint has nothing to say of", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("has types for every subpath, whichever way a program looks for them", async () => {
    const packed = createPackageFromTarballData(tarball);
    const subpaths = packed.listFiles().flatMap((file) => subpathsOf(file));
    const analysis = await checkPackage(packed, { includeEntrypoints: subpaths });
    expect(analysis).toMatchObject({ problems: [] });
    expect("entrypoints" in analysis && Object.keys(analysis.entrypoints)).toEqual(
      expect.arrayContaining([".", "./apig", "./rfc9110", "./json/apig.json", "./package.json"]),
    );
  });
});

/** The subpath that stands for a file behind a wildcard of the manifest; nobody else lists those. */
function subpathsOf(file: string): readonly string[] {
  const [, subpath] = /\/dist\/(json\/.+)$/.exec(file) ?? [];
  return subpath === undefined ? [] : [`./${subpath}`];
}

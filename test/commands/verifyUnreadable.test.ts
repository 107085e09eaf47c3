import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { importPages } from "../../generator/index.js";
import { readPages } from "../../generator/commands/readPages.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import { testProject } from "../testProject.js";
import { served } from "./served.js";
import { changed, gateSpec, pageOf, verified, withDigest } from "./verifiedProject.js";

const spec = { "spec/gate.yaml": withDigest(gateSpec) };

test("a page can be fetched", async () => {
  const url = await served((_request, response) => response.end(pageOf(gateSpec)));
  const { exitCode, found, specs } = await verified(spec, "--allow-http", "--page", url);
  expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
  expect(specs).toMatchObject([{ page: url, state: "proven" }]);
});

test("a page that was fetched is compared like any other", async () => {
  const url = await served((_request, response) => response.end(pageOf(changed(gateSpec, "open", "ajar"))));
  const { exitCode, found } = await verified(spec, "--allow-http", "--page", url);
  expect({ exitCode, found }).toEqual({ exitCode: 1, found: ["page-entry-altered spec/gate.yaml 17"] });
});

test.each<[string, RequestListener, string]>([
  ["is not there", (_request, response) => response.writeHead(404).end(), "the server answers 404 Not Found"],
  [
    "is larger than a page can be",
    (_request, response) => response.end(Buffer.alloc(5_000_001, "a")),
    "it is larger than 5 MB",
  ],
  ["breaks off", (_request, response) => response.destroy(), "ECONNRESET"],
])("an address whose page %s is exit code 2, with the reason", async (_what, listener, reason) => {
  const url = await served(listener);
  const { exitCode, diagnostics, stderr } = await verified(spec, "--allow-http", "--page", url);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  expect(diagnostics).toMatchObject([
    { rule: "page-not-fetched", file: url, message: `The page cannot be fetched: ${reason}.` },
  ]);
  for (const diagnostic of diagnostics) expectUsable(diagnostic, new Map());
});

test("a server that never answers, or never ends, is given up", async () => {
  const silent = await served(() => {});
  const endless = await served((_request, response) => void response.write("Gates\n"));
  const limits = { milliseconds: 200, bytes: 1000, allowHttp: true };
  const { pages, diagnostics } = await readPages(".", [silent, endless], limits);
  expect(pages).toEqual([]);
  const message = "The page cannot be fetched: the server did not answer within 0.2 seconds.";
  expect(diagnostics).toMatchObject([
    { file: silent, message },
    { file: endless, message },
  ]);
});

test.each([
  ["ftp://127.0.0.1/codes.rst", "it is not an https URL"],
  ["file:///etc/hosts", "it is not an https URL"],
  ["http://", "it is not an https URL"],
  ["http://127.0.0.1/codes.rst", "it uses http, not https"],
])("%s is no address of a page", async (url, reason) => {
  const { exitCode, diagnostics } = await verified(spec, "--page", url);
  expect(exitCode).toBe(2);
  expect(diagnostics).toMatchObject([
    { rule: "page-not-fetched", message: `The page cannot be fetched: ${reason}.` },
  ]);
});

test("import fetches by http only where it is allowed, too", async () => {
  const url = await served((_request, response) => response.end(pageOf(gateSpec)));
  const cwd = await testProject({});
  const { diagnostics, specs } = await importPages({ cwd, pages: [url], write: false });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["page-not-fetched"]);
  expect(specs).toEqual([]);
  const allowed = await importPages({ cwd, pages: [url], write: false, allowHttp: true });
  expect(allowed.diagnostics).toEqual([]);
});

test("a password in an address is neither used nor told", async () => {
  const result = await verified(spec, "--page", "https://me:secret@127.0.0.1:9/codes.rst");
  expect(result.exitCode).toBe(2);
  expect(result.diagnostics).toMatchObject([{ file: "https://127.0.0.1:9/codes.rst" }]);
  expect(JSON.stringify(result)).not.toContain("secret");
});

const redirectTo =
  (location: string): RequestListener =>
  (request, response) =>
    request.url === "/codes.rst"
      ? response.writeHead(302, { location }).end()
      : response.end(pageOf(gateSpec));

test("a redirect on the same server is followed", async () => {
  const url = await served(redirectTo("/elsewhere/codes.rst"));
  const { exitCode, found } = await verified(spec, "--allow-http", "--page", url);
  expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
});

test.each([
  ["another port", "http://127.0.0.1:9/codes.rst", "the server redirects to http://127.0.0.1:9"],
  ["another host", "http://localhost/codes.rst", "the server redirects to http://localhost"],
  ["a file", "file:///etc/hosts", "the server redirects to file://"],
  ["nowhere", "http://", "the server redirects to something that is not a URL"],
  ["itself", "/codes.rst", "the server redirects in a loop"],
])("a redirect to %s is not followed", async (_where, location, reason) => {
  const url = await served(redirectTo(location));
  const { exitCode, diagnostics } = await verified(spec, "--allow-http", "--page", url);
  expect(exitCode).toBe(2);
  expect(diagnostics).toMatchObject([
    { rule: "page-not-fetched", file: url, message: `The page cannot be fetched: ${reason}.` },
  ]);
  for (const diagnostic of diagnostics) expectUsable(diagnostic, new Map());
});

test.each<[string, Record<string, string | Uint8Array>, string, string]>([
  ["a file that is not there", {}, "page.rst", "unreadable-file page.rst"],
  ["a folder without a page", { "docs/page.txt": "" }, "docs", "no-page-found docs"],
  ["what is not UTF-8", { "page.rst": Buffer.from([0x47, 0xe4]) }, "page.rst", "not-utf8 page.rst"],
  ["an empty page", { "page.rst": "" }, "page.rst", "no-code-table page.rst 1"],
  [
    "a page without a table",
    { "page.rst": "Gates\n=====\n\nNone.\n" },
    "page.rst",
    "no-code-table page.rst 3",
  ],
  [
    "a file that is too large",
    { "page.rst": Buffer.alloc(5_000_001) },
    "page.rst",
    "unreadable-file page.rst",
  ],
])("%s is exit code 2", async (_what, files, place, found) => {
  const result = await verified({ ...spec, ...files }, "--page", place);
  expect(result).toMatchObject({ exitCode: 2, stderr: "", found: [found] });
  for (const diagnostic of result.diagnostics) expectUsable(diagnostic, new Map());
});

test("a page that cannot be read does not keep others from being compared", async () => {
  const files = { ...spec, "page.rst": pageOf(changed(gateSpec, "open", "ajar")) };
  const { exitCode, found } = await verified(files, "--page", "none.rst", "page.rst");
  expect(found).toEqual(["unreadable-file none.rst", "page-entry-altered spec/gate.yaml 17"]);
  expect(exitCode).toBe(2);
});

test("a spec that is not valid is exit code 2, with or without its page", async () => {
  const files = {
    "spec/gate.yaml": changed(gateSpec, "code: 404", "code: 4o4"),
    "page.rst": pageOf(gateSpec),
  };
  const told = { exitCode: 2, found: ["malformed-code spec/gate.yaml 17"] };
  expect(await verified(files)).toMatchObject(told);
  expect(await verified(files, "--page", "page.rst")).toMatchObject(told);
});

test("paths are told relative to the working folder, with / between their parts", async () => {
  const cwd = await testProject({ "docs/gates/page.rst": pageOf(gateSpec) });
  const { pages } = await readPages(cwd, ["./docs/", `${cwd}/docs/gates/page.rst`]);
  expect(pages.map(({ file }) => file)).toEqual(["docs/gates/page.rst"]);
});

import { mkdir, readFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, generate, importPages, update, verify } from "../../generator/index.js";
import { digestOf } from "../../generator/page/pageDigest.js";
import { statusgen, testProject, textsBelow } from "../testProject.js";
import { served } from "./served.js";

const before = `# Codes of the gate

| Error Code | HTTP Status | Message       |
| ---------- | ----------- | ------------- |
| GATE_SHUT  | 403         | It is shut.   |
| GATE_LOST  | 404         | Nobody has it |
`;
const after = before
  .replace("It is shut.  ", "It is locked.")
  .replace(/\| GATE_LOST.*\n/, "| GATE_OPEN  | 409         | It is open.   |\n");

const config = `${JSON.stringify({ sources: { allow: ["127.0.0.1"] } })}\n`;

/** A project whose spec was made of a page on a server, which then has another text. */
async function projectWith(page: { text: string }, files: Readonly<Record<string, string>> = {}) {
  const requests: IncomingHttpHeaders[] = [];
  const url = await served((request, response) => {
    requests.push(request.headers);
    const etag = `"${page.text.length}-${page.text.includes("locked")}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(page.text);
  }, "gate.md");
  const cwd = await testProject({ "statusgen.config.json": config, ...files });
  const imported = await importPages({
    cwd,
    pages: [url],
    allowHttp: true,
    service: { id: "gate", name: "Gate" },
  });
  expect(imported.exitCode).toBe(0);
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  return { cwd, url, requests };
}

describe("a page that changed", () => {
  test("becomes exactly the new spec, output and pull request", async () => {
    const page = { text: before };
    const { cwd, url } = await projectWith(page);
    page.text = after;
    const { exitCode, stdout } = await statusgen(cwd, "update", "--allow-http", "--format", "markdown");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `Update status codes: 2 features, 2 fixes

### Deprecated

- Gate \`GATE_LOST\`: retired: “${new Date().toISOString().slice(0, 10)}”

### Added

- Gate \`GATE_OPEN\`: added: “It is open.”

### Changed

- Gate \`GATE_SHUT\`: message changed: “It is shut.” → “It is locked.”
- Gate: \`page.digest\` changed: “${digestOf(before)}” → “${digestOf(after)}”
`,
    });
    expect(await readFile(join(cwd, "spec/gate.yaml"), "utf8"))
      .toBe(`# yaml-language-server: $schema=../generated/schema/spec.schema.json
service:
  id: gate
  name: Gate
page:
  id: gate
  title: Codes of the gate
  source: ${url}
  digest: ${digestOf(after)}
  format: markdown
tables:
  - kind: error-codes
    columns: [Error Code, HTTP Status, Message]
    entries:
      - code: GATE_SHUT
        status: 403
        message: It is locked.
      - code: GATE_LOST
        status: 404
        message: Nobody has it
        retired: ${new Date().toISOString().slice(0, 10)}
      - code: GATE_OPEN
        status: 409
        message: It is open.
`);
    expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
    const again = await testProject({
      "statusgen.config.json": config,
      "spec/gate.yaml": await readFile(join(cwd, "spec/gate.yaml"), "utf8"),
    });
    await generate({ cwd: again });
    expect(await textsBelow(join(cwd, "generated"))).toEqual(await textsBelow(join(again, "generated")));
    expect(await verify({ cwd, online: true, allowHttp: true })).toMatchObject({
      exitCode: 0,
      diagnostics: [],
    });
  });

  test("is only shown with --dry-run, and told by verify --online", async () => {
    const page = { text: before };
    const { cwd } = await projectWith(page);
    const old = await textsBelow(cwd);
    page.text = after;
    const { changes, level } = await update({ cwd, dryRun: true, allowHttp: true });
    expect({ codes: changes.map(({ code }) => code), level }).toEqual({
      codes: ["GATE_OPEN", "GATE_SHUT", "GATE_LOST", undefined],
      level: "feature",
    });
    const { exitCode, diagnostics } = await verify({ cwd, online: true, allowHttp: true });
    expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toMatchObject({ exitCode: 1 });
    expect(await textsBelow(cwd)).toEqual(old);
  });

  test("leaves everything as it is where it cannot be read as a whole", async () => {
    const page = { text: before };
    const { cwd } = await projectWith(page);
    const old = await textsBelow(cwd);
    page.text = after.replace("| GATE_OPEN ", "|           ");
    const { exitCode, diagnostics } = await update({ cwd, allowHttp: true });
    expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toEqual({
      exitCode: 2,
      rules: ["unsaid-cell"],
    });
    expect(await textsBelow(cwd)).toEqual(old);
  });
});

test("a page that did not change changes nothing, and is fetched once", async () => {
  const { cwd, requests } = await projectWith({ text: before });
  await mkdir(join(cwd, "node_modules"));
  const old = await textsBelow(join(cwd, "spec"));
  for (let run = 0; run < 2; run++)
    expect(await update({ cwd, allowHttp: true })).toMatchObject({ changes: [] });
  expect(requests.map((headers) => headers["if-none-match"])).toEqual([
    undefined,
    undefined,
    expect.any(String),
  ]);
  expect(await textsBelow(join(cwd, "spec"))).toEqual(old);
});

test.each([
  ["a service that is not there", ["update", "shop"], 'There is no service "shop".'],
  ["an option twice", ["verify", "--online", "--page", "a.md"], "cannot be used with"],
])("%s is a mistake", async (_what, args, message) => {
  const { cwd } = await projectWith({ text: before });
  const { exitCode, stdout, stderr } = await statusgen(cwd, ...args);
  expect({ exitCode, said: (stdout + stderr).includes(message) }).toEqual({ exitCode: 2, said: true });
});

const spec = (source: string) => `service:
  id: gate
  name: Gate
page:
  id: gate
  title: Gate
  source: ${JSON.stringify(source)}
  format: markdown
tables:
  - kind: error-codes
    columns: [Error Code]
    entries:
      - code: GATE_SHUT
`;

describe("an address in a spec that leads into a private network is not asked:", () => {
  test.each([
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fd00::1]",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "１２７.0.0.1",
  ])("%s", async (host) => {
    let requests = 0;
    const url = new URL(
      await served((_request, response) => {
        requests++;
        response.end(before);
      }, "gate.md"),
    );
    for (const protocol of ["http", "https"]) {
      const cwd = await testProject({ "spec/gate.yaml": spec(`${protocol}://${host}:${url.port}/gate.md`) });
      for (const result of [
        await update({ cwd, allowHttp: true }),
        await verify({ cwd, online: true, allowHttp: true }),
      ]) {
        expect(result.exitCode).toBe(2);
        expect(result.diagnostics[0]?.message).toMatch(
          /^The page cannot be fetched: the address of .* is not a public one\.$/,
        );
      }
    }
    expect(requests).toBe(0);
  });

  test("nor by a redirect of a host that is allowed", async () => {
    let requests = 0;
    const inner = await served(() => requests++, "gate.md");
    const outer = await served((_request, response) => {
      response.writeHead(302, { location: inner }).end();
    }, "gate.md");
    const cwd = await testProject({ "statusgen.config.json": config, "spec/gate.yaml": spec(outer) });
    const { exitCode, diagnostics } = await update({ cwd, allowHttp: true });
    expect({ exitCode, requests }).toEqual({ exitCode: 2, requests: 0 });
    expect(diagnostics[0]?.message).toContain("the server redirects to");
  });

  test("and without --allow-http, none by http", async () => {
    const url = await served((_request, response) => response.end(before), "gate.md");
    const cwd = await testProject({ "statusgen.config.json": config, "spec/gate.yaml": spec(url) });
    const { exitCode, diagnostics } = await update({ cwd });
    expect({ exitCode, message: diagnostics[0]?.message }).toEqual({
      exitCode: 2,
      message: "The page cannot be fetched: it uses http, not https.",
    });
  });
});

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../testProject.js";
import { strangerWith } from "./packed.js";
import { installRuntimes, jest, runtimes } from "./runtimes.js";

let folder = "";

beforeAll(async () => {
  await installRuntimes();
  ({ folder } = await strangerWith("otc-status-codes"));
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const check = `test("the package is loaded", () => {
  expect(ApigStatusCode.NotFound).toBe(404);
  expect(apigStatusMessage(404)).toBe("Not Found");
  expect(isClientError(404)).toBe(true);
});
`;

const names = "ApigStatusCode, apigStatusMessage, isClientError";

/** A test, and what Jest has to be told of its language: nothing, or that ts-jest reads it. */
const uses = {
  "a CommonJS test": [`const { ${names} } = require("otc-status-codes");\n${check}`, "js", {}],
  "a TypeScript test with ts-jest": [
    `import { ${names} } from "otc-status-codes";\n${check}`,
    "ts",
    { transform: { "\\.ts$": [jest.tsJest, { diagnostics: false }] } },
  ],
} as const;

const nodes = runtimes.filter(({ name, missing }) => /Node$/.test(name) && missing === undefined);

test.each(
  Object.keys(uses).flatMap((use) => nodes.map(({ version, file }) => [use, version, file] as const)),
)("%s runs in Jest on Node %s without any configuration of the package", async (use, _version, file) => {
  const [text, language, config] = uses[use as keyof typeof uses];
  await writeFile(join(folder, `codes.test.${language}`), text);
  await writeFile(join(folder, "jest.config.json"), JSON.stringify({ ...config, testEnvironment: "node" }));
  const finished = await run(file, [jest.bin, "--config", "jest.config.json", "--cache=false"], {
    cwd: folder,
  });
  await rm(join(folder, `codes.test.${language}`));
  expect(finished.stderr).toContain("1 passed, 1 total");
  expect(finished.exitCode).toBe(0);
});

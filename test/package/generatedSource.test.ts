import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import type { StatusgenConfig } from "../../generator/project/config.js";
import { repository, run, testProject } from "../testProject.js";
import { installRuntimes, jest, runtimes } from "./runtimes.js";

beforeAll(() => installRuntimes(), 300_000);

/** The services of this repository, generated as the config says, with more files. */
async function generatedAs(
  config: StatusgenConfig,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const cwd = await testProject({
    "package.json": '{ "type": "module" }',
    "statusgen.config.json": JSON.stringify(config),
    ...files,
  });
  await cp(join(repository, "spec"), join(cwd, "spec"), { recursive: true });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  return cwd;
}

const program = `
import { apigStatusMessage, isApigStatusCode, services } from "./generated/index.ts";
const codes: readonly number[] = services[0]?.codes ?? [];
console.log(codes.length, isApigStatusCode(404), apigStatusMessage(404));
`;

const ofTypeScript = runtimes.filter(({ name, version }) => name !== "Node" || version.startsWith("24."));

test.each(
  ofTypeScript
    .filter(({ name, missing }) => name !== "the running Node" && missing === undefined)
    .flatMap((runtime) =>
      (["const-object", "union"] as const).map(
        (style) => [runtime.name, runtime.version, style, runtime] as const,
      ),
    ),
)(
  "%s %s runs the TypeScript of the style %s as it is, all services at once",
  async (_name, _version, style, runtime) => {
    const cwd = await generatedAs({ enumStyle: style, importExtension: "ts" }, { "program.ts": program });
    const finished = await run(runtime.file, [...runtime.args, "program.ts"], {
      cwd,
      env: { DENO_DIR: join(cwd, "deno") },
    });
    expect(finished).toMatchObject({ exitCode: 0, stdout: "18 true Not Found\n" });
  },
);

const jestConfig = JSON.stringify({
  testEnvironment: "node",
  transform: {
    "\\.ts$": [jest.tsJest, { diagnostics: false, tsconfig: { module: "commonjs", isolatedModules: true } }],
  },
});

const jestTest = `import { ApigStatusCode, services } from "./generated";
test("the generated code is loaded", () => {
  expect(services[0]?.codes[0]).toBe(ApigStatusCode.Ok);
});
`;

test.skipIf(!ofTypeScript.some(({ name, missing }) => name === "Node" && missing === undefined))(
  "ts-jest finds the imports that have no extension",
  async () => {
    const files = { "package.json": "{}", "jest.config.json": jestConfig, "codes.test.ts": jestTest };
    const cwd = await generatedAs({ importExtension: "none" }, files);
    await writeFile(join(cwd, "tsconfig.json"), '{ "compilerOptions": { "module": "commonjs" } }');
    const args = [jest.bin, "--config", "jest.config.json", "--cache=false"];
    expect(await run(process.execPath, args, { cwd })).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining("1 passed, 1 total") as string,
    });
  },
);

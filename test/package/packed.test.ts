import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository, run } from "../testProject.js";
import { npm, strangerWith } from "./packed.js";

let folder = "";

beforeAll(async () => {
  ({ folder } = await strangerWith("otc-status-codes", "statusgen"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the packed otc-status-codes", () => {
  const installed = () => join(folder, "node_modules/otc-status-codes");

  test("has what is built, its licence, and nothing else", async () => {
    const files = await readdir(installed());
    expect(files.sort()).toEqual(["LICENSE", "NOTICE", "README.md", "dist", "package.json"]);
    await expect(readFile(join(installed(), "LICENSE"), "utf8")).resolves.toContain("Apache License");
    await expect(readFile(join(installed(), "NOTICE"), "utf8")).resolves.toContain("Open Telekom Cloud");
  });

  test("depends on nothing", async () => {
    const manifest: unknown = JSON.parse(await readFile(join(installed(), "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
  });
});

describe("the packed statusgen", () => {
  test("runs no script when it is installed", async () => {
    const installed = join(folder, "node_modules/statusgen");
    const { scripts } = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as {
      scripts?: Readonly<Record<string, string>>;
    };
    expect(Object.keys(scripts ?? {})).toEqual(["build", "prepack"]);
  });

  test("starts a project, generates and checks it by its command", async () => {
    const npx = (...args: string[]) => npm(folder, "exec", "--offline", "--", "statusgen", ...args);
    expect(await npx("init")).toMatchObject({ exitCode: 0 });
    expect(await npx("generate")).toMatchObject({ exitCode: 0 });
    expect(await npx("check")).toMatchObject({ exitCode: 0 });
    await expect(readFile(join(folder, "generated/example/index.ts"), "utf8")).resolves.toContain(
      "NotFound = 404",
    );
  });

  test("can be used from a program", async () => {
    const program = `import { check } from "statusgen"; console.log((await check()).exitCode);`;
    await writeFile(join(folder, "program.js"), program);
    expect(await run(process.execPath, ["program.js"], { cwd: folder })).toMatchObject({ stdout: "0\n" });
  });

  test.each(["typescript-5.0", "typescript-5.9", "typescript", "typescript-7.0"])(
    "has types that %s checks with a config, declarations included",
    async (compiler) => {
      await writeFile(
        join(folder, "statusgen.config.ts"),
        `import { defineConfig, loadProject, type Catalogue } from "statusgen";
export default defineConfig({ enumStyle: "union", rules: { "full-stop": "off" }, prettier: { semi: false } });
export const catalogue: Catalogue | undefined = (await loadProject()).catalogue;
`,
      );
      const options = { noEmit: true, strict: true, module: "nodenext", target: "es2022", types: [] };
      const project = { compilerOptions: options, files: ["statusgen.config.ts"] };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
      const tsc = join(repository, "node_modules", compiler, "bin/tsc");
      expect(await run(process.execPath, [tsc, "-p", "."], { cwd: folder })).toMatchObject({
        stdout: "",
        exitCode: 0,
      });
      await rm(join(folder, "statusgen.config.ts"));
    },
  );
});

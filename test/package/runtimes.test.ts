import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository, run, testProject, textsBelow } from "../testProject.js";
import { strangerWith } from "./packed.js";
import { installRuntimes, runtimes } from "./runtimes.js";

const asExpected = { exitCode: 0, stdout: "as expected\n", stderr: "" };
let folder = "";

beforeAll(async () => {
  await installRuntimes();
  ({ folder } = await strangerWith("otc-status-codes"));
  await cp(join(repository, "test/package/programs"), folder, { recursive: true });
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The versions of Node that statusgen is for: the package is for older ones, too. */
const nodes = runtimes.filter(
  ({ name, version, missing }) => name === "Node" && !version.startsWith("18.") && missing === undefined,
);

test.each(nodes.map(({ version, file }) => [version, file]))(
  "statusgen writes the same bytes in Node %s as in the one that runs the tests",
  async (_version, file) => {
    const bin = join(repository, "generator/bin/statusgen.js");
    const cwd = await testProject({ "spec/none.txt": "" });
    await cp(join(repository, "spec"), join(cwd, "spec"), { recursive: true });
    const written = async (node: string) => {
      await rm(join(cwd, "generated"), { recursive: true, force: true });
      const { exitCode, stderr } = await run(node, [bin, "generate"], { cwd });
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      return textsBelow(join(cwd, "generated"));
    };
    expect(await written(file)).toEqual(await written(process.execPath));
  },
);

for (const { name, version, file, args, warnsOfJson, missing } of runtimes) {
  const skipped = missing === undefined ? "" : ` (skipped: ${missing})`;

  describe.skipIf(missing !== undefined)(`the packed package in ${name} ${version}${skipped}`, () => {
    // Deno keeps a cache, which would otherwise be in the home folder.
    const runIn = (...all: readonly string[]) =>
      run(file, all, { cwd: folder, env: { DENO_DIR: join(folder, "deno") } });

    test("is tried in that very version", async () => {
      expect((await runIn("--version")).stdout).toContain(version);
    });

    test("answers as it promises where it is imported", async () => {
      expect(await runIn(...args, "import.js")).toEqual(asExpected);
    });

    test("answers as it promises where it is required, with the same data", async () => {
      expect(await runIn(...args, "require.cjs")).toEqual(asExpected);
    });

    test("gives the same data where JSON is imported", async () => {
      const jsonArgs = warnsOfJson ? ["--no-warnings"] : [];
      expect(await runIn(...args, ...jsonArgs, "json.js")).toEqual(asExpected);
    });
  });
}

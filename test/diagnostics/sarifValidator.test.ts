import { chmod, cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "sarif";
import { beforeAll, describe, expect, test } from "vitest";
import { installRuntimes, sarifMultitool } from "../package/runtimes.js";
import { repository, run, smallSpec, builtStatusgen, testProject } from "../testProject.js";

const { file: validator, missing } = sarifMultitool;
const skipped = missing === undefined ? "" : ` (skipped: ${missing})`;

describe.skipIf(missing !== undefined)(`a validator with GitHub's rules${skipped}`, () => {
  beforeAll(async () => {
    await installRuntimes();
    await chmod(validator, 0o755);
  }, 300_000);

  const commands: readonly (readonly string[])[] = [
    ["check"],
    ["lint"],
    ["verify", "--page", "page.rst"],
    ["diff", "spec/small.yaml", "other.yaml"],
    ["diff", "spec/small.yaml", "broken.yaml"],
    ["import", "page.rst", "no.rst"],
  ];

  test.each(commands)(
    "finds nothing wrong with the SARIF of `%s %s`",
    async (...args) => {
      const cwd = await testProject({
        "spec/small.yaml": smallSpec.replace("It worked.", "It worked").replace("Not Found", "Nothing"),
        "other.yaml": smallSpec.replace("code: 404", "code: 410"),
        "broken.yaml": smallSpec.replace("name:", "nmae:"),
        "generated/mine.txt": "Mine.\n",
      });
      await mkdir(join(cwd, ".git"));
      await cp(join(repository, "generated/pages/apig-en-api-180713206.rst"), join(cwd, "page.rst"));
      const { stdout } = await builtStatusgen(cwd, ...args, "--format", "sarif");
      expect((JSON.parse(stdout) as Log).runs[0]?.results).not.toEqual([]);
      expect(await complaintsAbout(stdout)).toEqual([]);
    },
    60_000,
  );

  test("would find a result without a region", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec.replace("name:", "nmae:") });
    const { stdout } = await builtStatusgen(cwd, "check", "--format", "sarif");
    const withoutRegions = stdout.replaceAll(/"region": \{[^}]*\}/g, '"region": {}');
    expect(await complaintsAbout(withoutRegions)).not.toEqual([]);
  }, 60_000);
});

async function complaintsAbout(sarif: string): Promise<string[]> {
  const folder = await testProject({ "log.sarif": sarif });
  const args = ["validate", "log.sarif", "--rule-kind", "Sarif;Ghas", "--output", "found.sarif"];
  const finished = await run(validator, args, {
    cwd: folder,
    env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
  });
  expect(finished).toMatchObject({ exitCode: 0 });
  const { runs } = JSON.parse(
    (await readFile(join(folder, "found.sarif"), "utf8")).replace(/^\uFEFF/, ""),
  ) as Log;
  return (runs[0]?.results ?? []).map(({ ruleId = "", message }) => `${ruleId} ${JSON.stringify(message)}`);
}

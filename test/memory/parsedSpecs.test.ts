import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import type * as yamlSource from "../../generator/spec/yamlSource.js";

const parsed = vi.hoisted((): string[] => []);

vi.mock("../../generator/spec/yamlSource.js", async (load) => {
  const original = await load<typeof yamlSource>();
  const parseYaml: typeof original.parseYaml = (file, text) => {
    parsed.push(file);
    return original.parseYaml(file, text);
  };
  return { ...original, parseYaml };
});

const files = Array.from({ length: 20 }, (_, index) => `spec/${index + 10}.yaml`);

function specOf(index: number): string {
  const rows = Array.from(
    { length: 5 },
    (_, row) => `      - { code: A.${index}.${row}, message: It broke. }\n`,
  );
  const service = index === 0 ? "{ id: shop, name: Shop }" : "shop";
  return `service: ${service}\ntables:\n  - kind: error-codes\n    entries:\n${rows.join("")}`;
}

test("after an edit of one of 20 specs of a service, that one alone is parsed, and the service's files are made", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "statusgen-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await mkdir(join(cwd, "node_modules"));
  await mkdir(join(cwd, "spec"));
  for (const [index, file] of files.entries()) await writeFile(join(cwd, file), specOf(index));
  const other = specOf(0).replace("shop, name: Shop", "other, name: Other");
  await writeFile(join(cwd, "spec/other.yaml"), other);
  await generate({ cwd });
  expect(parsed.toSorted()).toEqual([...files, "spec/other.yaml"]);

  // Only of what has been left alone for two seconds is the stamp trusted.
  await setTimeout(2_100);
  parsed.length = 0;
  await writeFile(join(cwd, "spec/17.yaml"), specOf(7).replace("It broke.", "It broke down."));
  const { changes } = await generate({ cwd });
  expect(parsed).toEqual(["spec/17.yaml"]);
  const written = changes?.written.map(({ path }) => path) ?? [];
  expect(written).toEqual([
    "docs/shop/error-codes-8.md",
    "docs/shop/index.md",
    "json/shop.json",
    "manifest.json",
    "shop/index.ts",
  ]);
  expect(await readFile(join(cwd, "generated/shop/index.ts"), "utf8")).toContain("It broke down.");

  parsed.length = 0;
  await writeFile(join(cwd, "spec/17.yaml"), specOf(7));
  await generate({ cwd });
  // What was remembered of the others is as good after a second edit.
  expect(parsed).toEqual(["spec/17.yaml"]);
});

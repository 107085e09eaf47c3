import { describe, expect, test } from "vitest";
import { changesBetween, diffOf, spec } from "../diff/twoStates.js";
import { statusgen, testProject } from "../testProject.js";

const reworded = spec.replace("It worked.", "It went well.");
const withoutFull = spec.slice(0, spec.indexOf("      - code: SHOP.2"));
const withHeavy = `${spec}      - code: SHOP.3\n        status: 409\n        description: The cart is heavy.\n`;

describe("the exit code", () => {
  const states = { "old.yaml": spec, "none.yaml": spec.replace("shop-label", "shop-mark") };
  const files = { ...states, "breaking.yaml": withoutFull, "feature.yaml": withHeavy, "fix.yaml": reworded };

  test.each(["breaking", "feature", "fix", "none"])(
    "is 0 after a change of level %s unless told otherwise",
    async (level) => {
      const cwd = await testProject(files);
      expect((await statusgen(cwd, "diff", "old.yaml", `${level}.yaml`)).exitCode).toBe(0);
    },
  );

  test.each([
    ["breaking", "breaking", 1],
    ["breaking", "feature", 1],
    ["breaking", "fix", 1],
    ["feature", "breaking", 0],
    ["feature", "feature", 1],
    ["feature", "fix", 1],
    ["fix", "breaking", 0],
    ["fix", "feature", 0],
    ["fix", "fix", 1],
    ["none", "fix", 0],
  ])("after a change of level %s with --fail-on %s is %i", async (level, failOn, exitCode) => {
    const cwd = await testProject(files);
    const finished = await statusgen(cwd, "diff", "old.yaml", `${level}.yaml`, "--fail-on", failOn);
    expect(finished.exitCode).toBe(exitCode);
  });

  test("is explained by --help", async () => {
    const { stdout } = await statusgen(await testProject({}), "diff", "--help");
    expect(stdout).toMatch(/by default,\s+the exit code is 0/);
  });
});

describe("mistakes in the call are told, with exit code 2", () => {
  test.each([
    ["one state alone", ["spec"], "missing required argument 'new'"],
    ["a format that there is not", ["spec", "spec", "--format", "xml"], "Allowed choices are pretty"],
    ["a level that there is not", ["spec", "spec", "--fail-on", "none"], "Allowed choices are breaking"],
  ])("%s", async (_, args, said) => {
    const cwd = await testProject({ "spec/shop.yaml": spec });
    const { exitCode, stderr } = await statusgen(cwd, "diff", ...args);
    expect(stderr).toContain(said);
    expect(exitCode).toBe(2);
  });

  test.each([
    ["a path where nothing is", "specs", 'There is no file or folder "specs".'],
    ["a folder with nothing to compare", "notes", 'There is no spec or page in "notes".'],
    ["a file that is neither spec nor page", "notes/a.txt", "There is no spec or page"],
  ])("%s", async (_, place, said) => {
    const cwd = await testProject({ "spec/shop.yaml": spec, "notes/a.txt": "" });
    for (const args of [
      [place, "spec"],
      ["spec", place],
    ]) {
      const { exitCode, stdout } = await statusgen(cwd, "diff", ...args);
      expect(stdout).toContain(said);
      expect(exitCode).toBe(2);
    }
  });

  test("a spec that is not valid, in each format, and no changes beside it", async () => {
    const cwd = await testProject({
      "old.yaml": spec,
      "new.yaml": withoutFull.replace("name: Shop", "nmae: Shop"),
    });
    for (const format of ["pretty", "json", "markdown", "github", "sarif"]) {
      const { exitCode, stdout, stderr } = await statusgen(
        cwd,
        "diff",
        "old.yaml",
        "new.yaml",
        "--format",
        format,
      );
      expect(stdout + stderr).toContain("unknown-key");
      expect(stdout + stderr).not.toContain("SHOP.2");
      expect(exitCode).toBe(2);
    }
  });

  test("a file that is not UTF-8", async () => {
    const cwd = await testProject({ "old.yaml": spec, "new.yaml": new Uint8Array([0xff, 0xfe]) });
    const { exitCode, stdout } = await statusgen(cwd, "diff", "old.yaml", "new.yaml");
    expect(stdout).toContain("not-utf8");
    expect(exitCode).toBe(2);
  });
});

describe("services", () => {
  const other = spec.replace("id: shop\n", "id: other\n").replace("id: shop-codes", "id: other-codes");

  test("are added and removed with their specs", async () => {
    const cwd = await testProject({
      "old/shop.yaml": spec,
      "old/b.yaml": other,
      "new/a.yaml": spec,
      "more/a.yaml": spec,
      "more/b.yaml": other,
    });
    expect((await diffOf(cwd, "old", "new")).changes).toMatchObject([
      { kind: "service-removed", level: "breaking", service: "other" },
    ]);
    expect((await diffOf(cwd, "new", "more")).changes).toMatchObject([
      { kind: "service-added", level: "feature", service: "other", file: "more/b.yaml" },
    ]);
  });

  test("are matched by their ids, then by their pages", async () => {
    const moved = spec.replace("id: shop\n", "id: store\n  prefix: Shop\n");
    const cwd = await testProject({
      "old/1.yaml": spec,
      "old/2.yaml": other,
      "new/1.yaml": other,
      "new/2.yaml": moved,
    });
    const { changes } = await diffOf(cwd, "old", "new");
    expect(changes.map(({ kind, service }) => [kind, service])).toEqual([["service-id-changed", "store"]]);
  });

  test("that are alone on either side are one and the same, whatever they are called", async () => {
    expect(await changesBetween(spec, other)).toEqual([
      "breaking service-id-changed",
      "breaking prefix-changed",
      "fix page-renamed",
      "fix label-changed",
    ]);
  });
});

test("the next version starts from the nearest package.json that has one", async () => {
  const cwd = await testProject({
    "package.json": '{ "version": "1.2.3" }',
    "below/package.json": '{ "private": true }',
    "below/old.yaml": spec,
    "below/new.yaml": withHeavy,
  });
  const { level, version } = await diffOf(`${cwd}/below`, "old.yaml", "new.yaml");
  expect(level).toBe("feature");
  expect(version).toEqual({ bump: "minor", current: "1.2.3", next: "1.3.0" });
});

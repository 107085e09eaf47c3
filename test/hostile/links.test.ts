import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeSpecs } from "../../generator/commands/writeSpecs.js";
import { generate } from "../../generator/index.js";
import { errorPage } from "../commands/importedProject.js";
import { run, smallSpec, builtStatusgen, testProject, textsBelow } from "../testProject.js";

const page = errorPage({ "A.1": "One.", "A.2": "Two." });

/** A project two folders deep in one that must stay as it is, and what runs in it. */
async function guarded(files: Readonly<Record<string, string>>) {
  const outer = await testProject({
    "secret.yaml": "secret: true\n",
    "out/.keep": "",
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`a/b/${path}`, text])),
  });
  const cwd = join(outer, "a/b");
  // What is in the project may be a pipe.
  const outside = async () => [
    await readdir(outer),
    await readdir(join(outer, "a")),
    await textsBelow(join(outer, "out")),
  ];
  const before = await outside();
  return {
    cwd,
    outer,
    /** Runs a command; it must print no stack trace, and change nothing outside the project. */
    run: async (...args: readonly string[]) => {
      const result = await builtStatusgen(cwd, ...args);
      expect(result.stdout + result.stderr).not.toMatch(/^ {4}at |bug in statusgen/m);
      expect(await outside()).toEqual(before);
      return result;
    },
  };
}

describe("import writes to its folder only", () => {
  test.each(["../../../escaped", "..", "/tmp/escaped", "a/b", "a\\b", "A", "nul\u0001"])(
    "and refuses the service %j",
    async (id) => {
      const project = await guarded({ "page.rst": page });
      const { exitCode, stdout } = await project.run("import", "page.rst", "--service", `${id}:y`);
      expect(exitCode).toBe(2);
      expect(stdout).toMatch(/page\.rst error (?:unsafe-service-id|invalid-identifier)|invisible-character/);
      expect(await readdir(project.cwd)).toEqual(["page.rst"]);
    },
  );

  test.each([
    ["a link out of the project", "../../out", "out"],
    ["a link out of the project to what is not there yet", "../../gone", "out"],
    ["a folder below such a link", "../../out", "out/below"],
  ])("and refuses for --out %s", async (_, target, out) => {
    const project = await guarded({ "page.rst": page });
    await symlink(target, join(project.cwd, "out"));
    const { exitCode, stdout } = await project.run("import", "page.rst", "--out", out);
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      `${out} error unreadable-file: Specs cannot be written to this folder, because a link`,
    );
  });

  test("and may be given a folder outside the project", async () => {
    const { cwd, outer } = await guarded({ "page.rst": page });
    const { exitCode } = await builtStatusgen(
      cwd,
      "import",
      "page.rst",
      "--out",
      "../../out",
      "--service",
      "shop:Shop",
    );
    expect(exitCode).toBe(0);
    expect((await readdir(join(outer, "out"))).sort()).toEqual([".keep", "shop.yaml"]);
  });

  test.each([
    ["outside its folder", "../escaped.yaml", "This leads out of the project."],
    ["in another folder", "other/shop.yaml", "This is not in spec."],
    ["below a link", "link/shop.yaml", "This leads out of the project."],
    ["over a file", "spec/small.yaml", "This file was created while the pages were being read."],
  ])("and looks once more before it writes %s", async (_, file, message) => {
    const project = await guarded({ "spec/small.yaml": smallSpec });
    await symlink("../../out", join(project.cwd, "link"));
    const entries = { added: 1, altered: 0, retired: 0, kept: 0 };
    const spec = {
      page: "page.rst",
      file,
      text: "made",
      state: "new",
      entries,
      isReproduced: false,
    } as const;
    const [outcome] = await writeSpecs(project.cwd, "spec", [{ page: "page.rst", spec, diagnostics: [] }]);
    expect(outcome).toMatchObject({ diagnostics: [{ rule: "unreadable-file", file, message }] });
    expect(outcome?.spec).toBeUndefined();
    expect(await textsBelow(join(project.cwd, "spec"))).toEqual({ "small.yaml": smallSpec });
  });
});

test("init does not write where a link leads out of the project", async () => {
  const project = await guarded({ "page.rst": page });
  await symlink("../../out", join(project.cwd, "spec"));
  expect((await project.run("init")).stdout).toContain("spec/example.yaml exists already");
});

describe.skipIf(process.platform === "win32")("among the specs (needs POSIX)", () => {
  const odd: Readonly<Record<string, [make: (path: string) => Promise<unknown>, message: string]>> = {
    "a pipe": [(path) => run("mkfifo", [path], { cwd: "/" }), "This is not a file."],
    "a link to a device": [
      (path) => symlink("/dev/zero", path),
      "This is, or is inside, a link that leads out",
    ],
    "a link to a file outside": [
      (path) => symlink("../../../secret.yaml", path),
      "This is, or is inside, a link",
    ],
    "a link to itself": [(path) => symlink("odd.yaml", path), "There is no such file."],
    "a folder's link": [(path) => symlink(".", path), "This is not a file."],
  };
  test.each(Object.entries(odd))(
    "%s is named, and neither read nor waited for",
    async (_, [make, message]) => {
      const project = await guarded({
        "spec/small.yaml": smallSpec,
        "page.rst": page,
        "node_modules/.keep": "",
      });
      expect(await project.run("generate")).toMatchObject({ exitCode: 0 });
      await make(join(project.cwd, "spec/odd.yaml"));
      for (const command of ["check", "generate", "lint", "import page.rst --into spec/odd.yaml"]) {
        const { exitCode, stdout } = await project.run(...command.split(" "));
        expect(exitCode, command).toBe(2);
        expect(stdout, command).toContain(`spec/odd.yaml error unreadable-file: ${message}`);
        expect(stdout, command).not.toContain("secret: true");
      }
    },
  );

  test("a pipe in the place of a spec that a run remembers is not waited for", async () => {
    const project = await guarded({ "spec/small.yaml": smallSpec, "node_modules/.keep": "" });
    expect(await project.run("generate")).toMatchObject({ exitCode: 0 });
    await rm(join(project.cwd, "spec/small.yaml"));
    await run("mkfifo", ["spec/small.yaml"], { cwd: project.cwd });
    expect((await project.run("check")).exitCode).toBe(2);
  });

  test("a link inside the project is read", async () => {
    const project = await guarded({ "kept/small.yaml": smallSpec, "spec/.keep": "" });
    await symlink("../kept/small.yaml", join(project.cwd, "spec/small.yaml"));
    expect(await project.run("generate")).toMatchObject({ exitCode: 0 });
  });

  test("a spec folder that is a link out of the project is refused", async () => {
    const project = await guarded({ "page.rst": page });
    await symlink("../../out", join(project.cwd, "spec"));
    for (const command of ["check", "generate", "import page.rst"]) {
      const { exitCode, stdout } = await project.run(...command.split(" "));
      expect(exitCode, command).toBe(2);
      expect(stdout, command).toContain("spec error unreadable-file: ");
    }
  });

  test("a folder whose name is no text is no reason to stop", async () => {
    const project = await guarded({ "spec/small.yaml": smallSpec });
    if (process.platform !== "linux") return;
    await mkdir(Buffer.from(`${project.cwd}/spec/d\u00ff`, "latin1"));
    await writeFile(Buffer.from(`${project.cwd}/spec/d\u00ff/a.yaml`, "latin1"), smallSpec);
    const { exitCode, stdout } = await project.run("check");
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      "spec/d\uFFFD error unreadable-file: The name of this file or folder is not UTF-8.",
    );
  });
});

test.skipIf(process.platform === "win32").each(["page.rst", "pages"])(
  "a pipe or a device that is given as a page, or is in %s, is named (needs POSIX)",
  async (given) => {
    const project = await guarded({ "pages/.keep": "" });
    const path = given === "pages" ? "pages/odd.rst" : given;
    for (const make of [
      () => run("mkfifo", [path], { cwd: project.cwd }),
      () => symlink("/dev/zero", join(project.cwd, path)),
    ]) {
      await make();
      for (const command of ["import", "diff . "]) {
        const { exitCode, stdout } = await project.run(...command.trim().split(" "), given);
        expect(exitCode).toBe(2);
        if (command === "import")
          expect(stdout).toContain(`${path} error unreadable-file: This is not a file.`);
      }
      await rm(join(project.cwd, path));
    }
  },
);

test.each([
  ["the spec folder", "generated", "spec", "inside the other"],
  ["a folder in it", "generated", "spec/sub", "inside the other"],
  ["the project", "generated", ".", "inside the other"],
  ["Git's folder", "generated", ".git", "inside `.git`"],
  ["a folder of packages", "generated", "node_modules/x", "inside `.git` or `node_modules`"],
])("an output folder that is a link to %s is refused", async (_, link, target, message) => {
  const project = await guarded({ "spec/sub/small.yaml": smallSpec, ".git/x": "", "node_modules/x/y": "" });
  await symlink(target, join(project.cwd, link));
  const before = await readdir(project.cwd, { recursive: true });
  for (const command of ["generate", "check", "lint"]) {
    const { exitCode, stdout } = await project.run(command);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^generated error invalid-config: A link places /m);
    expect(stdout).toContain(message);
  }
  expect(await readdir(project.cwd, { recursive: true })).toEqual(before);
});

test("specs that are a link into the output folder are refused, even if a run remembers them", async () => {
  const project = await guarded({ "spec/small.yaml": smallSpec, "node_modules/.keep": "" });
  expect(await generate({ cwd: project.cwd })).toMatchObject({ exitCode: 0 });
  await rename(join(project.cwd, "spec"), join(project.cwd, "generated/spec"));
  await symlink("generated/spec", join(project.cwd, "spec"));
  const { exitCode, stdout } = await project.run("generate");
  expect(exitCode).toBe(2);
  expect(stdout).toContain("invalid-config");
  expect(await readFile(join(project.cwd, "spec/small.yaml"), "utf8")).toBe(smallSpec);
});

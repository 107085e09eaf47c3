import { describe, expect, test } from "vitest";
import { appendFile, copyFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { diff } from "../../generator/index.js";
import { diffOf, spec } from "../diff/twoStates.js";
import { repository, run, builtStatusgen, testProject } from "../testProject.js";

/** A repository with one commit, which goes when the test ends. */
async function testRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await testProject(files);
  const git = async (...args: readonly string[]) => {
    const { exitCode, stderr } = await run("git", args, { cwd });
    expect(exitCode, stderr).toBe(0);
  };
  await git("init", "--quiet");
  await git("add", ".");
  await git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "first");
  await git("tag", "v1.0");
  return cwd;
}

async function idOf(cwd: string, place: string): Promise<string> {
  return (await run("git", ["rev-parse", place], { cwd })).stdout.trim();
}

const reworded = spec.replace("It worked.", "It went well.");
const rewording = [{ kind: "reworded", code: "200", field: "description" }];

describe("a git revision with a path", () => {
  test.each([
    ["a folder", "HEAD:spec", "spec"],
    ["a folder that ends in a slash", "HEAD:spec/", "spec"],
    ["a file, by a tag", "v1.0:spec/shop.yaml", "spec/shop.yaml"],
    ["all of the repository", "HEAD:", "spec"],
  ])("is compared as %s", async (_, revision, place) => {
    const cwd = await testRepository({ "spec/shop.yaml": spec, "spec/ä b/notes.txt": "none" });
    await writeFile(join(cwd, "spec/shop.yaml"), reworded);
    const { changes } = await diffOf(cwd, revision, place);
    expect(changes).toMatchObject(rewording);
    expect(changes).toMatchObject([{ file: "spec/shop.yaml", range: { start: { line: 17 } } }]);
  });

  test("counts its path from the repository's root, or from the working folder after ./", async () => {
    const cwd = await testRepository({ "below/spec/shop.yaml": spec });
    await writeFile(join(cwd, "below/spec/shop.yaml"), reworded);
    for (const revision of ["HEAD:./spec", "HEAD:below/spec"]) {
      const { changes } = await diffOf(join(cwd, "below"), revision, "spec");
      expect(changes).toMatchObject(rewording);
    }
  });

  test("can be the new state, which is then not pointed into", async () => {
    const cwd = await testRepository({ "spec/shop.yaml": reworded });
    await writeFile(join(cwd, "spec/shop.yaml"), spec);
    const { changes } = await diffOf(cwd, "spec", "HEAD:spec");
    expect(changes).toMatchObject(rewording);
    expect(changes[0]?.range).toBeUndefined();
  });

  test("has its mistakes told by its own name", async () => {
    const cwd = await testRepository({ "spec/shop.yaml": spec.replace("name: Shop", "nmae: Shop") });
    const { exitCode, stdout } = await builtStatusgen(cwd, "diff", "HEAD:spec", "spec");
    expect(stdout).toContain("HEAD:spec/shop.yaml:3:");
    expect(exitCode).toBe(2);
  });
});

describe("what git cannot give is told, with exit code 2", () => {
  test.each([
    ["a revision that there is not", "v9.9:spec", "invalid object name 'v9.9'"],
    ["a path that it has not", "HEAD:specs", "path 'specs' does not exist in 'HEAD'"],
    ["an option", "--batch-command=x:spec", "a revision cannot begin with a dash"],
    ["a command for a shell", "$(touch made):spec", "invalid object name"],
  ])("%s", async (_, revision, said) => {
    const cwd = await testRepository({ "spec/shop.yaml": spec });
    const { exitCode, stdout } = await builtStatusgen(cwd, "diff", "--", revision, "spec");
    expect(stdout).toContain("unreadable-state");
    expect(stdout).toContain(said);
    expect(exitCode).toBe(2);
    expect((await run("git", ["status", "--porcelain"], { cwd })).stdout).toBe("");
  });

  test("a folder that is no repository", async () => {
    const cwd = await testProject({ "spec/shop.yaml": spec });
    const { exitCode, stdout } = await builtStatusgen(cwd, "diff", "HEAD:spec", "spec");
    expect(stdout).toContain("not a git repository");
    expect(exitCode).toBe(2);
  });

  test("a revision that a shallow clone lacks, and how to fetch it", async () => {
    const origin = await testRepository({ "spec/shop.yaml": spec });
    const commit = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-qam", "second"];
    await writeFile(join(origin, "spec/shop.yaml"), reworded);
    expect(await run("git", commit, { cwd: origin })).toMatchObject({ exitCode: 0 });
    const cwd = await testProject({});
    const clone = ["clone", "--quiet", "--depth=1", pathToFileURL(origin).href, "."];
    expect(await run("git", clone, { cwd })).toMatchObject({ exitCode: 0 });

    for (const revision of ["HEAD~1:spec", "v1.0:spec"]) {
      const { exitCode, diagnostics } = await diff({ cwd, before: revision, after: "spec" });
      expect(exitCode).toBe(2);
      expect(diagnostics[0]?.message).toMatch(/: invalid object name '.*'; this clone is shallow\.$/);
      expect(diagnostics[0]?.help).toContain("git fetch --unshallow --tags");
    }
    const { diagnostics } = await diff({ cwd, before: "HEAD:specs", after: "spec" });
    expect(diagnostics[0]?.message).not.toContain("shallow");

    const deepen = ["fetch", "--quiet", "--unshallow", "--tags"];
    expect(await run("git", deepen, { cwd })).toMatchObject({ exitCode: 0 });
    for (const revision of ["HEAD~1:spec", "v1.0:spec"])
      expect((await diffOf(cwd, revision, "spec")).changes).toMatchObject(rewording);
  });

  test.each(["HEAD:spec", "HEAD:spec/shop.yaml"])(
    "an object that %s lacks, or has under another's name",
    async (given) => {
      const other = spec.replaceAll("shop", "gate");
      const cwd = await testRepository({
        "spec/shop.yaml": spec,
        "spec/gate.yaml": other,
        "spec/last.yaml": reworded,
      });
      const [id, otherId] = await Promise.all(
        ["shop", "gate"].map((name) => idOf(cwd, `HEAD:spec/${name}.yaml`)),
      );
      const objectOf = (name = "") => join(cwd, ".git/objects", name.slice(0, 2), name.slice(2));
      await rm(objectOf(id), { force: true });
      const lacking = await builtStatusgen(cwd, "diff", given, "spec/shop.yaml");
      expect(lacking.stdout).toMatch(new RegExp(`unreadable-state: .* object ${id}`));
      expect(lacking.stdout).not.toContain("wrong-type");
      expect(lacking.exitCode).toBe(2);
      await copyFile(objectOf(otherId), objectOf(id));
      const swapped = await builtStatusgen(cwd, "diff", given, "spec/shop.yaml");
      expect(swapped.stdout).toContain(`the object ${id} is damaged`);
      expect(swapped.exitCode).toBe(2);
    },
  );

  test.each(["HEAD:spec", "HEAD:spec/large.yaml"])("a file that is too large, in %s", async (given) => {
    const cwd = await testRepository({ "spec/shop.yaml": spec, "spec/large.yaml": " ".repeat(5_000_001) });
    const { exitCode, stdout } = await builtStatusgen(cwd, "diff", given, "spec/shop.yaml");
    expect(stdout).toContain("HEAD:spec/large.yaml error unreadable-file: The file is larger than 5 MB.");
    expect(exitCode).toBe(2);
  });

  test.skipIf(process.platform === "win32")(
    "a program that a strange repository names is not run (needs POSIX)",
    async () => {
      const cwd = await testRepository({
        "spec/shop.yaml": spec,
        "spec/gate.yaml": spec.replaceAll("shop", "gate"),
      });
      const id = await idOf(cwd, "HEAD:spec/gate.yaml");
      await rm(join(cwd, ".git/objects", id.slice(0, 2), id.slice(2)), { force: true });
      const program = `touch ${join(cwd, "ran")}`;
      const config = `
[core]
  fsmonitor = "${program}; true"
  sshCommand = "${program}"
  pager = "${program}"
  hooksPath = "${cwd}"
[extensions]
  partialClone = evil
[protocol "ext"]
  allow = always
[remote "evil"]
  url = "ext::sh -c ${program.replaceAll(" ", "% ")}"
  promisor = true
  partialclonefilter = blob:none
`;
      await appendFile(join(cwd, ".git/config"), config);
      await run("git", ["config", "core.repositoryFormatVersion", "1"], { cwd });
      await appendFile(join(cwd, ".gitattributes"), "* filter=evil diff=evil\n");
      const { exitCode, stdout } = await builtStatusgen(cwd, "diff", "HEAD:spec", "spec");
      expect(await readdir(cwd)).not.toContain("ran");
      expect(stdout).toContain(`no object ${id}`);
      expect(exitCode).toBe(2);
    },
  );

  test("a bare repository that lies in a folder", async () => {
    const origin = await testRepository({ "spec/shop.yaml": spec });
    const cwd = await testProject({});
    await run("git", ["clone", "--quiet", "--bare", origin, "bare.git"], { cwd });
    const { exitCode, stdout } = await builtStatusgen(
      join(cwd, "bare.git"),
      "diff",
      "HEAD:spec",
      "HEAD:spec",
    );
    expect(stdout).toContain("bare repository");
    expect(exitCode).toBe(2);
  });

  test("a machine without git", async () => {
    const cwd = await testProject({ "spec/shop.yaml": spec });
    const bin = join(repository, "generator/bin/statusgen.js");
    const env = { PATH: cwd };
    const { exitCode, stdout } = await run(process.execPath, [bin, "diff", "HEAD:spec", "spec"], {
      cwd,
      env,
    });
    expect(stdout).toContain("git is not installed");
    expect(exitCode).toBe(2);
  });
});

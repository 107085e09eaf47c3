import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { check } from "../../generator/index.js";
import { repository, run, smallSpec, builtStatusgen, testProject, textsBelow } from "../testProject.js";
import { otherSpec, replaceIn } from "./generatedProject.js";

/** How long a change may take to arrive; far more than it needs. */
const patience = { timeout: 30_000, interval: 50 };

/** Starts `generate --watch`, and waits until it watches. */
async function watching(cwd: string) {
  const bin = join(repository, "generator/bin/statusgen.js");
  const watch = started(cwd, process.execPath, [bin, "generate", "--watch"]);
  await vi.waitUntil(() => watch.stdout().includes("Watching for changes"), patience);
  return watch;
}

/** Starts a command in a process group of its own, as a shell does. */
function started(cwd: string, command: string, args: readonly string[]) {
  const child = spawn(command, args, { cwd, detached: true });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}

/** Waits until a generated file says something. */
async function saysSoon(cwd: string, path: string, text: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await readFile(join(cwd, path), "utf8")).toContain(text);
  }, patience);
}

async function inStepSoon(cwd: string): Promise<void> {
  await vi.waitFor(async () => {
    expect((await check({ cwd })).exitCode).toBe(0);
  }, patience);
}

test("a change of a spec is taken over", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await watching(cwd);
  expect((await check({ cwd })).exitCode).toBe(0);
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await saysSoon(cwd, "generated/json/small.json", "It works.");
  await inStepSoon(cwd);
});

test("each run after the first shows the time and the files that changed", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { stdout } = await watching(cwd);
  expect(stdout()).not.toContain("Changed");
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await vi.waitUntil(() => /\n\d\d:\d\d:\d\d Changed: spec\/small\.yaml\n/.test(stdout()), patience);
  await rename(join(cwd, "spec/small.yaml"), join(cwd, "spec/new.yaml"));
  await vi.waitUntil(() => stdout().includes("Changed: spec/new.yaml, spec/small.yaml\n"), patience);
});

test.each([
  ["TypeScript", "ts", "{}"],
  ["modules of Node.js", "js", '{ "type": "module" }'],
])("a change of what the config imports is taken over: %s", async (_, extension, manifest) => {
  const text = "export const text = 'first';";
  const cwd = await testProject({
    "package.json": manifest,
    "spec/small.yaml": smallSpec,
    [`emitters/text.${extension}`]: text,
    [`emitters/own.${extension}`]: `import { defineEmitter } from "statusgen";
import { showHidden } from "statusgen/emit";
import { text } from "./text.js";
export const own = defineEmitter({ name: "own", all: () => [{ path: "own.txt", text: showHidden(text) }] });
`,
    [`statusgen.config.${extension}`]: `import { own } from "./emitters/own.js";
export default { emitters: [own()] };
`,
  });
  const { stdout } = await watching(cwd);
  await saysSoon(cwd, "generated/own.txt", "first");
  await writeFile(join(cwd, `emitters/text.${extension}`), text.replace("first", "second"));
  await saysSoon(cwd, "generated/own.txt", "second");
  await vi.waitUntil(() => stdout().includes(`Changed: emitters/text.${extension}\n`), patience);
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await vi.waitUntil(() => stdout().includes("Changed: spec/small.yaml\n"), patience);
});

test("of many changed files, three are named", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { stdout } = await watching(cwd);
  await mkdir(join(cwd, "more"));
  for (const name of ["a", "b", "c", "d", "e"])
    await writeFile(join(cwd, `more/${name}.yaml`), smallSpec.replaceAll("small", name));
  await rename(join(cwd, "more"), join(cwd, "spec/more"));
  await vi.waitUntil(
    () => stdout().includes("Changed: spec/more/a.yaml, spec/more/b.yaml, spec/more/c.yaml and 2 more\n"),
    patience,
  );
});

test("a spec that is not valid is reported, keeps the last good output, and is no end", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { stdout, stderr } = await watching(cwd);
  const before = await textsBelow(join(cwd, "generated"));
  await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("code: 200", "code: 20"));
  await vi.waitUntil(() => stdout().includes("nothing was written"), patience);
  expect(stdout()).toContain("error malformed-code");
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);

  await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("It worked.", "It works."));
  await saysSoon(cwd, "generated/json/small.json", "It works.");
  expect(stderr()).toBe("");
});

test("a watch that begins with a spec that is not valid recovers too", async () => {
  const cwd = await testProject({ "spec/small.yaml": "service: [" });
  await watching(cwd);
  await writeFile(join(cwd, "spec/small.yaml"), smallSpec);
  await saysSoon(cwd, "generated/json/small.json", "It worked.");
});

test("a watch that begins without a spec folder finds the first spec", async () => {
  const cwd = await testProject({});
  const { stdout } = await watching(cwd);
  expect(stdout()).toContain("no-spec-found");
  await builtStatusgen(cwd, "init");
  await saysSoon(cwd, "generated/json/example.json", "The request has succeeded.");
});

test("a new spec, and one that goes, are followed", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await watching(cwd);
  await writeFile(join(cwd, "spec/other.yaml"), otherSpec);
  await saysSoon(cwd, "generated/other/index.ts", "export");
  await rm(join(cwd, "spec/small.yaml"));
  await vi.waitFor(async () => {
    expect(Object.keys(await textsBelow(join(cwd, "generated")))).not.toContain("small/index.ts");
  }, patience);
  await inStepSoon(cwd);
});

test("the last spec's end does not empty the output", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { stdout } = await watching(cwd);
  const before = await textsBelow(join(cwd, "generated"));
  await rm(join(cwd, "spec"), { recursive: true });
  await vi.waitUntil(() => stdout().includes("no-spec-found"), patience);
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);
});

describe.each([
  ["is moved away and back", (folder: string) => rename(folder, `${folder}-away`), true],
  ["is removed, and written again", (folder: string) => rm(folder, { recursive: true }), false],
])("a folder that %s", (_, take, isMovedBack) => {
  test.each([
    ["spec", "at once", 0],
    ["spec", "after a while", 1_500],
    ["spec/below", "at once", 0],
    ["spec/below", "after a while", 1_500],
  ])("is still watched: %s, %s", async (folder, _when, wait) => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec, "spec/below/other.yaml": otherSpec });
    await watching(cwd);
    const place = join(cwd, folder);
    await cp(place, join(cwd, "copy"), { recursive: true });
    await take(place);
    await delay(wait);
    if (isMovedBack) await rename(`${place}-away`, place);
    else await cp(join(cwd, "copy"), place, { recursive: true });

    await replaceIn(cwd, "spec/below/other.yaml", "It worked.", "It works.");
    await saysSoon(cwd, "generated/json/other.json", "It works.");
    await writeFile(join(place, "third.yaml"), smallSpec.replaceAll("id: small", "id: third"));
    await saysSoon(cwd, "generated/json/third.json", "It worked.");
    await rm(join(place, "third.yaml"));
    await inStepSoon(cwd);
  });
});

test("a spec folder that another branch lacks is watched once its branch is back", async () => {
  const cwd = await testProject({ ".gitignore": "generated", "spec/small.yaml": smallSpec });
  const git = async (...args: readonly string[]) => {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    expect(await run("git", [...identity, ...args], { cwd })).toMatchObject({ exitCode: 0 });
  };
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", ".");
  await git("commit", "--quiet", "-m", "first");
  await git("checkout", "--quiet", "-b", "other");
  await git("rm", "--quiet", "-r", "spec");
  await git("commit", "--quiet", "-m", "second");
  await git("checkout", "--quiet", "main");

  const { stdout } = await watching(cwd);
  for (const words of ["It works.", "It went well."]) {
    const before = stdout().length;
    await git("checkout", "--quiet", "other");
    await vi.waitUntil(() => stdout().slice(before).includes("no-spec-found"), patience);
    await git("checkout", "--quiet", "main");
    await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("It worked.", words));
    await saysSoon(cwd, "generated/json/small.json", words);
    await git("checkout", "--quiet", "spec");
    await saysSoon(cwd, "generated/json/small.json", "It worked.");
  }
});

test("a file that an editor replaces as a whole is a change as well", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await watching(cwd);
  await writeFile(join(cwd, "saved"), smallSpec.replace("It worked.", "It works."));
  await rename(join(cwd, "saved"), join(cwd, "spec/small.yaml"));
  await saysSoon(cwd, "generated/json/small.json", "It works.");
});

describe.each([
  ["statusgen.config.json", (config: object) => JSON.stringify(config)],
  ["statusgen.config.ts", (config: object) => `export default ${JSON.stringify(config)} as const;`],
])("%s", (file, textOf) => {
  test("that appears or changes is taken over: style, output folder, spec folder", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec, "codes/other.yaml": otherSpec });
    const { stdout } = await watching(cwd);
    await writeFile(join(cwd, file), textOf({ enumStyle: "union" }));
    await saysSoon(cwd, "generated/small/index.ts", "export type SmallStatusCode = 200 | 404");

    await writeFile(join(cwd, file), textOf({ output: "made" }));
    await saysSoon(cwd, "made/small/index.ts", "enum SmallStatusCode");

    await writeFile(join(cwd, file), textOf({ enumStile: "union" }));
    await vi.waitUntil(() => stdout().includes("invalid-config"), patience);

    await writeFile(join(cwd, file), textOf({ output: "made", spec: "codes" }));
    await saysSoon(cwd, "made/other/index.ts", "enum OtherStatusCode");
    await replaceIn(cwd, "codes/other.yaml", "It worked.", "It works.");
    await saysSoon(cwd, "made/json/other.json", "It works.");
  });
});

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it with exit code 0 and leaves no lock behind (Windows has no such signals)",
  async (signal) => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    const { child, ended, stderr } = await watching(cwd);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(stderr()).toBe("");
    expect(Object.keys(await textsBelow(cwd)).filter((path) => path.includes(".lock"))).toEqual([]);
    expect((await check({ cwd })).exitCode).toBe(0);
  },
);

describe.skipIf(process.platform === "win32")("Ctrl+C at any moment ends it with exit code 0", () => {
  // Each run loads the config, which says so and takes its time.
  const slowConfig = `if (process.argv.includes("--watch")) process.stdout.write("(config)");
    export default await new Promise((resolve) => setTimeout(() => resolve({}), 300));\n`;
  const slowProject = () =>
    testProject({ "spec/small.yaml": smallSpec, "statusgen.config.js": slowConfig, "package.json": "{}" });
  const bin = join(repository, "generator/bin/statusgen.js");
  const timesLoaded = (stdout: string) => stdout.split("(config)").length - 1;
  type Started = ReturnType<typeof started>;

  const loadedAgain = async ({ stdout }: Started, times: number) => {
    const wanted = timesLoaded(stdout()) + times;
    await vi.waitUntil(() => timesLoaded(stdout()) >= wanted, patience);
  };

  /** Presses it again and again. */
  async function interrupt({ child, ended, stderr }: Started): Promise<void> {
    while (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGINT");
      await delay(5);
    }
    expect(await ended).toBe(0);
    expect(stderr()).toBe("");
  }

  test.each([1, 2])(
    "before and in the first run: while the config is loaded for the %i. time",
    async (times) => {
      const cwd = await slowProject();
      const watch = started(cwd, process.execPath, [bin, "generate", "--watch"]);
      await loadedAgain(watch, times);
      await interrupt(watch);
      expect(watch.stdout()).not.toContain("Watching for changes");
      expect((await check({ cwd })).exitCode).toBe(0);
    },
  );

  test("in a later run", async () => {
    const cwd = await slowProject();
    const watch = await watching(cwd);
    await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
    await loadedAgain(watch, 1);
    await interrupt(watch);
    expect((await check({ cwd })).exitCode).toBe(0);
  });

  test("between runs", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    await interrupt(await watching(cwd));
  });

  async function throughNpx(cwd: string, shell: string) {
    await mkdir(join(cwd, "node_modules/.bin"), { recursive: true });
    await symlink(bin, join(cwd, "node_modules/.bin/statusgen"));
    const args = ["--offline", `--script-shell=${shell}`, "statusgen", "generate", "--watch"];
    const watch = started(cwd, "npx", args);
    // The terminal tells all processes of the group, and npx passes on what it is told.
    const press = () => process.kill(-(watch.child.pid ?? NaN), "SIGINT");
    return { watch, press };
  }

  test.skipIf(!existsSync("/bin/bash")).each([1, 2])(
    "through npx, which passes the signals on: while the config is loaded for the %i. time",
    async (times) => {
      const cwd = await slowProject();
      const { watch, press } = await throughNpx(cwd, "/bin/bash");
      await loadedAgain(watch, times);
      press();
      await delay(30);
      press();
      expect(await watch.ended).toBe(0);
      expect((await check({ cwd })).exitCode).toBe(0);
    },
  );

  test("and through npx leaves nothing behind, though a shell between them may end by itself", async () => {
    const cwd = await slowProject();
    const { watch, press } = await throughNpx(cwd, "/bin/sh");
    await vi.waitUntil(() => watch.stdout().includes("Watching for changes"), patience);
    press();
    await watch.ended;
    await vi.waitFor(() => {
      expect(press).toThrow("ESRCH");
    }, patience);
  });
});

test("a failure of the machine is told with what to do, and is no end", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, generated: "in the way" });
  const { stderr } = await watching(cwd);
  expect(stderr()).toMatch(/^statusgen: there is a file in place of a folder .*\n {2}help: .*\n$/);
  await rm(join(cwd, "generated"));
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await saysSoon(cwd, "generated/json/small.json", "It works.");
});

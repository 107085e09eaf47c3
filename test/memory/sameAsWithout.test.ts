import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../generator/commands/check.js";
import type { CheckResult } from "../../generator/commands/check.js";
import { generate } from "../../generator/commands/generate.js";
import type { GenerateResult } from "../../generator/commands/generateResult.js";
import { smallSpec, testProject } from "../testProject.js";

const spec = (id: string) =>
  smallSpec.replaceAll("small", id).replace("Small", id).replace("It worked", `${id} worked`);

/** Another spec of a service, with a page of its own, which leaves it to the other what the service is called. */
const specOf = (service: string, page: string) =>
  spec(page)
    .replace(`service:\n  id: ${page}\n  name: ${page} Service`, `service: ${service}`)
    .replace("code: 404", "code: 410")
    .replace("Not Found", "Gone");

/** A project whose output is up to date. */
async function projectInStep(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "statusgen-"));
  await mkdir(join(cwd, "node_modules"));
  await mkdir(join(cwd, "spec/deep"), { recursive: true });
  await writeFile(join(cwd, "spec/one.yaml"), spec("one"));
  await writeFile(join(cwd, "spec/two.yaml"), spec("two"));
  await writeFile(join(cwd, "spec/deep/three.yaml"), spec("three"));
  await writeFile(join(cwd, "spec/several-1.yaml"), spec("several"));
  await writeFile(join(cwd, "spec/several-2.yaml"), specOf("several", "more"));
  await generate({ cwd });
  return cwd;
}

type Change = (cwd: string) => Promise<unknown>;
const at = (cwd: string, path: string) => join(cwd, path);
const edit = (path: string, from: string, to: string) => async (cwd: string) => {
  const text = await readFile(at(cwd, path), "utf8");
  expect(text).toContain(from);
  await writeFile(at(cwd, path), text.replace(from, to));
};

const changes: Readonly<Record<string, Change>> = {
  nothing: () => Promise.resolve(),
  "a spec edited": edit("spec/one.yaml", "worked", "really worked"),
  "a spec edited to the same length": edit("spec/one.yaml", "worked", "walked"),
  "a spec made invalid": edit("spec/one.yaml", "code: 200", "cod: 200"),
  "a spec with a lint error": edit("spec/one.yaml", "worked.", "worked.\u200b"),
  "a spec added": (cwd) => writeFile(at(cwd, "spec/four.yaml"), spec("four")),
  "a spec added in a new folder": async (cwd) => {
    await mkdir(at(cwd, "spec/new"));
    await writeFile(at(cwd, "spec/new/four.yml"), spec("four"));
  },
  "a spec removed": (cwd) => rm(at(cwd, "spec/two.yaml")),
  "a spec renamed": (cwd) => rename(at(cwd, "spec/two.yaml"), at(cwd, "spec/deep/2.yaml")),
  "a service of the same id": (cwd) => writeFile(at(cwd, "spec/again.yaml"), spec("one")),
  "one of several specs edited": edit("spec/several-2.yaml", "worked", "really worked"),
  "one of several specs with a name of another": edit(
    "spec/several-2.yaml",
    "message: Gone",
    "message: Not Found",
  ),
  "one of several specs removed": (cwd) => rm(at(cwd, "spec/several-2.yaml")),
  "the one of several specs removed that names the service": (cwd) => rm(at(cwd, "spec/several-1.yaml")),
  "one of several specs that names all codes": edit(
    "spec/several-1.yaml",
    "  name:",
    "  names: code\n  name:",
  ),
  "another spec of a service": (cwd) => writeFile(at(cwd, "spec/several-3.yaml"), specOf("several", "most")),
  "another spec of a service that had one": (cwd) =>
    writeFile(at(cwd, "spec/two-more.yaml"), specOf("two", "most")),
  "a spec moved to another service": edit("spec/several-2.yaml", "service: several", "service: two"),
  "a page of the same name": edit("spec/two.yaml", "  id: two\n  title", "  id: one\n  title"),
  "something else beside the specs": (cwd) => writeFile(at(cwd, "spec/notes.txt"), "notes"),
  "a config": (cwd) => writeFile(at(cwd, "statusgen.config.json"), '{ "enumStyle": "union" }'),
  "a config that is not valid": (cwd) => writeFile(at(cwd, "statusgen.config.json"), '{ "enumStile": 1 }'),
  "a config with options of Prettier": (cwd) =>
    writeFile(at(cwd, "statusgen.config.json"), '{ "prettier": { "singleQuote": true } }'),
  "a config that names codes": (cwd) =>
    writeFile(at(cwd, "statusgen.config.json"), '{ "names": "code", "case": "constant" }'),
  "a config that names a service": (cwd) =>
    writeFile(at(cwd, "statusgen.config.json"), '{ "services": { "several": { "name": "Other" } } }'),
  "another output folder": (cwd) => writeFile(at(cwd, "statusgen.config.json"), '{ "output": "out" }'),
  "another spec folder": async (cwd) => {
    await rename(at(cwd, "spec"), at(cwd, "specs"));
    await writeFile(at(cwd, "statusgen.config.json"), '{ "spec": "specs" }');
  },
  "an output file edited": edit("generated/one/index.ts", "200", "201"),
  "an output file edited, its time set back": async (cwd) => {
    await edit("generated/one/index.ts", "= 200", "= 201")(cwd);
    await utimes(at(cwd, "generated/one/index.ts"), 1, 1);
  },
  "an output file touched": (cwd) => utimes(at(cwd, "generated/one/index.ts"), 1, 1),
  "an output file with other line ends": async (cwd) => {
    const path = at(cwd, "generated/one/index.ts");
    await writeFile(path, (await readFile(path, "utf8")).replaceAll("\n", "\r\n"));
  },
  "an output file removed": (cwd) => rm(at(cwd, "generated/docs/index.md")),
  "an output folder removed": (cwd) => rm(at(cwd, "generated/two"), { recursive: true }),
  "all output removed": (cwd) => rm(at(cwd, "generated"), { recursive: true }),
  "the manifest edited": edit("generated/manifest.json", "one/index.ts", "one/index.js"),
  "a stray file in the output": (cwd) => writeFile(at(cwd, "generated/one/mine.ts"), "mine"),
  "a stray folder in the output": (cwd) => mkdir(at(cwd, "generated/mine")),
  "an output file that is a link to the same text": async (cwd) => {
    await rename(at(cwd, "generated/one/index.ts"), at(cwd, "elsewhere.ts"));
    await symlink("../../elsewhere.ts", at(cwd, "generated/one/index.ts"));
  },
  "an output folder that is a link to the same files": async (cwd) => {
    await rename(at(cwd, "generated/one"), at(cwd, "elsewhere"));
    await symlink("../elsewhere", at(cwd, "generated/one"));
  },
  "all output behind a link that leads out": async (cwd) => {
    const outside = await testProject({});
    await rename(at(cwd, "generated"), join(outside, "generated"));
    await symlink(join(outside, "generated"), at(cwd, "generated"));
  },
};

const editSpec = edit("spec/deep/three.yaml", "worked", "really worked");

/** Each change to the output once more, by itself and with a spec that makes a run look further. */
const allChanges: readonly (readonly [name: string, change: Change])[] = [
  ...Object.entries(changes),
  ...Object.entries(changes)
    .filter(([name]) => /output|manifest/.test(name))
    .map(([name, change]): [string, Change] => [
      `${name}, and a spec edited`,
      async (cwd) => {
        await change(cwd);
        await editSpec(cwd);
      },
    ]),
];

/** What a run found, without what an unchanged run has no need to read. */
function told({ sources: _sources, ...result }: GenerateResult | CheckResult) {
  return result;
}

const projects = new Map<string, string>();

beforeAll(async () => {
  for (const [name] of allChanges) projects.set(name, await projectInStep());
  // Only of what has been left alone for two seconds is the stamp trusted.
  await setTimeout(2_100);
  for (const cwd of projects.values()) await generate({ cwd });
}, 60_000);

afterAll(async () => {
  for (const cwd of projects.values()) await rm(cwd, { recursive: true, force: true });
});

test.each(allChanges)(
  "after %s, a run that remembers finds and makes what one that does not would",
  async (name, change) => {
    const cwd = projects.get(name) ?? "";
    await change(cwd);
    const copy = await testProject({});
    await cp(cwd, copy, { recursive: true, verbatimSymlinks: true });
    const cache = false;

    expect(told(await check({ cwd }))).toEqual(told(await check({ cwd: copy, cache })));
    const dryRun = true;
    expect(told(await generate({ cwd, dryRun }))).toEqual(told(await generate({ cwd: copy, dryRun, cache })));
    expect(told(await generate({ cwd }))).toEqual(told(await generate({ cwd: copy, cache })));
    expect(await texts(cwd)).toEqual(await texts(copy));
    // What is remembered of the change is as good.
    expect(told(await generate({ cwd }))).toEqual(told(await generate({ cwd: copy, cache })));
    expect(told(await check({ cwd }))).toEqual(told(await check({ cwd: copy, cache })));
  },
);

/** All files but what is remembered; links as such. */
async function texts(cwd: string) {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(cwd, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith("node_modules"));
  const read = paths.sort().map(async (path) => [path, await readFile(join(cwd, path), "utf8")] as const);
  return Object.fromEntries(await Promise.all(read));
}

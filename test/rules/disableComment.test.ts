import { expect, test } from "vitest";
import { check, lint } from "../../generator/index.js";
import { smallSpec, testProject } from "../testProject.js";

const disable = (rule: string) => `# statusgen-disable-next-line ${rule} -- as on the page`;

async function rulesFor(spec: string): Promise<string[]> {
  const { diagnostics } = await lint({ cwd: await testProject({ "spec/small.yaml": spec }) });
  return diagnostics.map(({ rule }) => rule);
}

const above =
  (line: string, ...comments: readonly string[]) =>
  (spec: string) =>
    spec.replace(line, [...comments.map((comment) => `${comment}\n        `), line].join(""));

const withoutFullStop = smallSpec.replace("It worked.", "It worked");

test("a comment silences the finding on the next line", async () => {
  expect(await rulesFor(withoutFullStop)).toEqual(["full-stop"]);
  expect(await rulesFor(above("description: It worked", disable("full-stop"))(withoutFullStop))).toEqual([]);
});

test("a finding inside a block of text is silenced above its key", async () => {
  const spec = smallSpec.replace("It worked.", "|\n          It worked.\n\n          It  is done.");
  expect(await rulesFor(spec)).toEqual(["white-space"]);
  expect(await rulesFor(above("description: |", disable("white-space"))(spec))).toEqual([]);
});

test("several comments are about the line below the last", async () => {
  const spec = smallSpec.replace("It worked.", "It  worked");
  const both = above("description: It  worked", disable("full-stop"), disable("white-space"))(spec);
  expect(await rulesFor(both)).toEqual([]);
});

test("it silences one rule on one line, and nothing else", async () => {
  const spec = smallSpec.replace("It worked.", "It  worked").replace("It is not there.", "It is not there");
  const silenced = above("description: It  worked", disable("full-stop"))(spec);
  expect(await rulesFor(silenced)).toEqual(["white-space", "full-stop"]);
});

test("without a reason it silences nothing", async () => {
  const spec = above("description: It worked", "# statusgen-disable-next-line full-stop")(withoutFullStop);
  expect(await rulesFor(spec)).toEqual(["disable-comment", "full-stop"]);
});

test("the words in a text are no comment", async () => {
  const spec = smallSpec.replace("It worked.", `|\n          ${disable("full-stop")}\n          It worked`);
  expect(await rulesFor(spec)).toEqual(["full-stop"]);
});

test("a rule about a spec's shape cannot be silenced", async () => {
  const cwd = await testProject({
    "spec/small.yaml": above(
      "message: OK",
      disable("missing-field"),
    )(smallSpec).replace("        description: It worked.\n", ""),
  });
  const { exitCode, diagnostics } = await lint({ cwd });
  expect(exitCode).toBe(2);
  expect(diagnostics.map(({ rule }) => rule)).toContain("missing-field");
});

test("check is silent where lint is", async () => {
  const spec = smallSpec.replace("It worked.", "It\u200b worked.");
  const files = (text: string) => ({ "spec/small.yaml": text });
  expect(
    (await check({ cwd: await testProject(files(spec)) })).diagnostics.map(({ rule }) => rule),
  ).toContain("invisible-character");
  const silenced = above("description: It", disable("invisible-character"))(spec);
  expect(
    (await check({ cwd: await testProject(files(silenced)) })).diagnostics.map(({ rule }) => rule),
  ).not.toContain("invisible-character");
});

test("a comment is about the next line, even if that ends with such a comment of its own", async () => {
  const spec = smallSpec.replace("It worked.", `It  worked. ${disable("full-stop")}`);
  const silenced = above("description: It  worked", disable("white-space"))(spec);
  expect(await rulesFor(silenced)).toEqual(["disable-comment"]);
});

test("a long rule name is shortened in the message", async () => {
  const spec = above("description: It worked", disable("x".repeat(1000)))(withoutFullStop);
  const { diagnostics } = await lint({ cwd: await testProject({ "spec/small.yaml": spec }) });
  expect(diagnostics.map(({ message }) => message.length < 200)).toEqual([true, true]);
});

test.each([
  ["below each other", "\n", 0],
  ["with blank lines between", "\n\n", 1],
])("20,000 comments %s are read in one go", async (_how, end, reported) => {
  const line = "        description: It worked\n";
  const comments = `${disable("full-stop")}${end}`.repeat(20_000);
  const rules = await rulesFor(withoutFullStop.replace(line, comments + line));
  expect(rules.filter((rule) => rule === "full-stop")).toHaveLength(reported);
});

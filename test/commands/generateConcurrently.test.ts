import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../generator/index.js";
import { withOutputLock } from "../../generator/output/withOutputLock.js";
import { filesBelow, smallSpec, builtStatusgen, testProject } from "../testProject.js";
import { otherSpec } from "./generatedProject.js";

test("runs at the same time all end well, and the output is in step", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  const runs = await Promise.all([1, 2, 3].map(() => builtStatusgen(cwd, "generate")));
  expect(runs.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
    runs.map(() => ({ exitCode: 0, stderr: "" })),
  );
  expect((await check({ cwd })).files).toEqual([]);
  expect(Object.keys(await filesBelow(cwd)).filter((path) => path.includes("lock"))).toEqual([]);
});

test("a run waits until another has let go of the output folder", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  let running: ReturnType<typeof builtStatusgen> | undefined;
  let isOver = false;
  await withOutputLock(join(cwd, "generated"), async () => {
    running = builtStatusgen(cwd, "generate").finally(() => (isOver = true));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(isOver).toBe(false);
    expect(Object.keys(await filesBelow(cwd))).toEqual(["spec/small.yaml"]);
  });
  expect((await running)?.exitCode).toBe(0);
});

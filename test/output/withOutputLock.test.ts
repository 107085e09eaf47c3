import { mkdir, readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withOutputLock } from "../../generator/output/withOutputLock.js";
import { testProject } from "../testProject.js";

test("a lock that is held for too long is an error that can be told apart", async () => {
  const folder = join(await testProject({}), "generated");
  await withOutputLock(folder, async () => {
    const second = withOutputLock(folder, () => Promise.resolve("ran"), 0);
    await expect(second).rejects.toMatchObject({ code: "ELOCKED" });
  });
  await expect(withOutputLock(folder, () => Promise.resolve("ran"), 0)).resolves.toBe("ran");
});

test("the lock is let go when the task fails", async () => {
  const project = await testProject({});
  const folder = join(project, "generated");
  const failing = withOutputLock(folder, () => Promise.reject(new Error("no space")));
  await expect(failing).rejects.toThrow("no space");
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of a run that was killed is taken over", async () => {
  const project = await testProject({});
  const folder = join(project, "generated");
  await mkdir(join(folder, ".statusgen.lock"), { recursive: true });
  const longAgo = new Date(Date.now() - 6_000);
  await utimes(join(folder, ".statusgen.lock"), longAgo, longAgo);
  await expect(withOutputLock(folder, () => Promise.resolve("ran"), 0)).resolves.toBe("ran");
});

test("a failure that waiting does not mend is told without waiting", { timeout: 5000 }, async () => {
  const tooLong = join(await testProject({}), "x".repeat(256));
  const locked = withOutputLock(tooLong, () => Promise.resolve("ran"));
  await expect(locked).rejects.toMatchObject({ code: "ENAMETOOLONG" });
});

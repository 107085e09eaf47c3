import { mkdir, readdir, rm, symlink, utimes } from "node:fs/promises";
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

test("a lock from the future is taken over once nobody has renewed it for a while", async () => {
  const folder = join(await testProject({}), "generated");
  await mkdir(join(folder, ".statusgen.lock"), { recursive: true });
  const future = new Date(Date.now() + 1e11);
  await utimes(join(folder, ".statusgen.lock"), future, future);
  await expect(withOutputLock(folder, () => Promise.resolve("ran"))).resolves.toBe("ran");
  expect(await readdir(folder)).toEqual([]);
});

test("a lock that is renewed is waited for, even if its clock is ahead", async () => {
  const folder = join(await testProject({}), "generated");
  const lock = join(folder, ".statusgen.lock");
  await mkdir(lock, { recursive: true });
  let time = Date.now() + 1e11;
  const renewing = setInterval(() => void utimes(lock, new Date(time), new Date((time += 1000))), 1000);
  const locked = withOutputLock(folder, () => Promise.resolve("ran"), 7_000);
  await expect(locked).rejects.toMatchObject({ code: "ELOCKED" });
  clearInterval(renewing);
});

test("a failure that waiting does not mend is told without waiting", { timeout: 5000 }, async () => {
  const tooLong = join(await testProject({}), "x".repeat(256));
  const locked = withOutputLock(tooLong, () => Promise.resolve("ran"));
  await expect(locked).rejects.toMatchObject({ code: "ENAMETOOLONG" });
});

test("a run waits until the other is done", async () => {
  const folder = join(await testProject({}), "generated");
  const ran: string[] = [];
  const first = withOutputLock(folder, async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    ran.push("first");
  });
  const second = withOutputLock(folder, () => Promise.resolve(ran.push("second")));
  await Promise.all([first, second]);
  expect(ran.length).toBe(2);
  expect(await readdir(folder)).toEqual([]);
});

test("a run whose lock was taken is told, and does not give back what is not its own", async () => {
  const folder = join(await testProject({}), "generated");
  const lock = join(folder, ".statusgen.lock");
  await withOutputLock(folder, async (signal) => {
    expect(signal.aborted).toBe(false);
    await rm(lock, { recursive: true });
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve);
    });
    expect(signal.reason).toMatchObject({ code: "ECOMPROMISED" });
    await mkdir(lock);
  });
  expect(await readdir(folder)).toEqual([".statusgen.lock"]);
});

test("an output folder that is a link is locked like the folder itself", async () => {
  const project = await testProject({ "elsewhere/x": "x" });
  await symlink("elsewhere", join(project, "generated"));
  await withOutputLock(join(project, "generated"), async () => {
    const second = withOutputLock(join(project, "elsewhere"), () => Promise.resolve("ran"), 0);
    await expect(second).rejects.toMatchObject({ code: "ELOCKED" });
  });
});

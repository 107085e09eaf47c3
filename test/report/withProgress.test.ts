import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withProgress } from "../../generator/cli/withProgress.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a task of that many milliseconds, and gives what a person would have seen. */
async function shownDuring(milliseconds: number, isInteractive: boolean): Promise<string[]> {
  const seen: string[] = [];
  const task = () => new Promise<string>((resolve) => setTimeout(resolve, milliseconds, "result"));
  const result = withProgress({ isInteractive }, "Checking", task, (label) => {
    seen.push(`${label} at ${vi.getMockedSystemTime()?.getTime() ?? 0}`);
    return Promise.resolve(() => seen.push("stopped"));
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
  expect(await result).toBe("result");
  await vi.advanceTimersByTimeAsync(10_000);
  return seen;
}

test("a task that takes longer than half a second shows that it is at work until its end", async () => {
  vi.setSystemTime(0);
  expect(await shownDuring(600, true)).toEqual(["Checking at 500", "stopped"]);
});

test("a short task shows nothing", async () => {
  expect(await shownDuring(400, true)).toEqual([]);
});

test("where no person looks, nothing is shown", async () => {
  expect(await shownDuring(600, false)).toEqual([]);
});

test("a task that fails stops its progress, and its error is the caller's", async () => {
  const stop = vi.fn();
  const task = () => new Promise((_, reject) => setTimeout(reject, 600, new Error("the disk is full")));
  const result = withProgress({ isInteractive: true }, "Checking", task, () => Promise.resolve(stop));
  const settled = expect(result).rejects.toThrow("the disk is full");
  await vi.advanceTimersByTimeAsync(600);
  await settled;
  expect(stop).toHaveBeenCalledOnce();
});

test("progress that cannot be shown does not fail the task", async () => {
  const task = () => new Promise((resolve) => setTimeout(resolve, 600, "result"));
  const result = withProgress({ isInteractive: true }, "Checking", task, () =>
    Promise.reject(new Error("no spinner")),
  );
  await vi.advanceTimersByTimeAsync(600);
  expect(await result).toBe("result");
});

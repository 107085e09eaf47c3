import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Finished, repository, run, smallSpec, testProject } from "../testProject.js";

/** Runs a command in a process that may have as many files open as some systems allow by default. */
function limited(cwd: string, command: string): Promise<Finished> {
  const bin = join(repository, "generator/bin/statusgen.js");
  return run("sh", ["-c", `ulimit -n 256 && "$0" "$1" ${command}`, process.execPath, bin], { cwd });
}

function threeHundred<Value>(value: (index: number) => [string, Value]): Record<string, Value> {
  return Object.fromEntries(Array.from({ length: 300 }, (_, index) => value(index)));
}

describe.skipIf(process.platform === "win32")("more files than a process may open (needs POSIX)", () => {
  test("are read where they are specs", async () => {
    const spec = (index: number) => smallSpec.replaceAll("id: small", `id: small-${index}`);
    const cwd = await testProject(threeHundred((index) => [`spec/${index}.yaml`, spec(index)]));
    expect(await limited(cwd, "lint")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("are read where they lie in the output folder", async () => {
    const stray = threeHundred((index) => [`generated/${index}.txt`, "mine"]);
    const cwd = await testProject({ "spec/small.yaml": smallSpec, ...stray });
    const { exitCode, stdout, stderr } = await limited(cwd, "check");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout.match(/orphaned: not produced/g)).toHaveLength(300);
  });
});

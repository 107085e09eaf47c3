import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, compilers } from "./compilers.js";
import { strangerWith } from "./packed.js";

let folder = "";

beforeAll(async () => {
  ({ folder } = await strangerWith("otc-status-codes"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

for (const compiler of compilers) {
  describe(`TypeScript ${compiler.version}`, () => {
    test.each(compiler.modes)(
      "takes and refuses what it should of the packed types, under %s",
      async (mode) => {
        const { exitCode, stdout } = await compile(compiler, mode, folder);
        expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
      },
    );

    test("refuses a program with a mistake", async () => {
      const { exitCode, stdout } = await compile(compiler, "nodenext", folder, {
        "mistake.mts": "mistake.mts",
      });
      expect(exitCode).not.toBe(0);
      expect(stdout).toContain("mistake.mts(4,14): error TS2322: Type '404' is not assignable to type '400'");
    });
  });
}

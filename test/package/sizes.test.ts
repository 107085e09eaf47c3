import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { repository } from "../testProject.js";
import { bundleSize, bundlerNames } from "./bundles.js";
import { loadedFiles } from "./loadedFiles.js";

const services = [
  { path: "otc-status-codes/apig", prefix: "apig", enumName: "ApigStatusCode" },
  { path: "otc-status-codes/functiongraph", prefix: "functionGraph", enumName: "FunctionGraphStatusCode" },
] as const;

describe.each(bundlerNames)("bundled with %s,", (bundler) => {
  const size = (program: string) => bundleSize(bundler, program, repository);
  const sizeOfUse = (name: string, use: string, path: string) =>
    size(`import { ${name} } from "${path}"; console.log(${use});`);

  describe.each(services)("$path", ({ path, prefix, enumName }) => {
    test.each([path, "otc-status-codes"])("makes a bare literal of a constant from %s", async (from) => {
      const constant = `${prefix}StatusCodeNotFound`;
      const literal = { text: "console.log(404);", minified: 17, gzip: 37 };
      await expect(sizeOfUse(constant, constant, from)).resolves.toEqual(literal);
    });

    test("brings the enum alone for an enum's member", async () => {
      const { gzip } = await sizeOfUse(enumName, `${enumName}.NotFound`, path);
      expect(gzip).toBeLessThanOrEqual(383);
    });

    if (bundler === "rollup") {
      test("makes a bare literal of an enum's member", async () => {
        const { minified } = await sizeOfUse(enumName, `${enumName}.NotFound`, path);
        expect(minified).toBe(17);
      });
    }

    test("brings the messages alone for a message", async () => {
      const message = `${prefix}StatusMessage`;
      const { gzip, text } = await sizeOfUse(message, `${message}(404)`, path);
      expect(text).toContain("Not Found");
      expect(gzip).toBeLessThanOrEqual(305);
    });

    test("brings the descriptions alone for a description", async () => {
      const description = `${prefix}StatusDescription`;
      const { gzip } = await sizeOfUse(description, `${description}(404)`, path);
      expect(gzip).toBeLessThanOrEqual(775);
    });

    test.each([
      ["an enum", `import { ${enumName} } from "${path}";`],
      ["a map", `import { ${prefix}StatusMessages, ${prefix}StatusDescriptions } from "${path}";`],
      ["entries", `import { ${prefix}StatusEntries, ${prefix}StatusEntry } from "${path}";`],
      ["a service", `import { ${prefix}Service, ${prefix}Pages } from "${path}";`],
      ["all of a module", `import * as all from "${path}";`],
      ["a module for its effects", `import "${path}";`],
    ])("brings nothing for %s that is imported and not used", async (_, program) => {
      await expect(size(program)).resolves.toEqual({ text: "", minified: 0, gzip: 0 });
    });
  });

  test.each([
    `import * as all from "otc-status-codes";`,
    `import "otc-status-codes";`,
    `import { apigStatusEntries, FunctionGraphStatusCode, describeStatus } from "otc-status-codes";`,
  ])("brings nothing for `%s` alone", async (program) => {
    await expect(size(program)).resolves.toEqual({ text: "", minified: 0, gzip: 0 });
  });
});

describe("the package", () => {
  test.each(["apig", "functiongraph"])("has Node load one file for the service %s", async (id) => {
    const files = await loadedFiles(`otc-status-codes/${id}`, repository);
    expect(files.map((url) => fileURLToPath(url))).toEqual([
      fileURLToPath(new URL(`../../dist/${id}.mjs`, import.meta.url)),
    ]);
  });

  test("takes less than 90,000 bytes once it is unpacked, and 22,000 for a service more", async () => {
    const more = readdirSync(`${repository}dist/json`).length - services.length;
    // By a shell, as npm is a script of the shell's own on Windows.
    const pack = "npm pack --dry-run --json --ignore-scripts --loglevel=error";
    const { stdout } = await promisify(execFile)(pack, { cwd: repository, shell: true });
    const [packed] = JSON.parse(stdout) as readonly { readonly unpackedSize: number }[];
    expect(packed?.unpackedSize).toBeLessThan(90_000 + 22_000 * more);
  });

  test("depends on nothing", async () => {
    const manifest: unknown = JSON.parse(await readFile(`${repository}package.json`, "utf8"));
    for (const kind of ["dependencies", "peerDependencies", "optionalDependencies"]) {
      expect(manifest).not.toHaveProperty(kind);
    }
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importPage } from "../../generator/page/importPage.js";
import { tried } from "../emit/hostileSpecs.js";
import { repository } from "../testProject.js";
import { edits } from "./edits.js";

const folder = join(repository, "generated/pages");
const pages = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));

test("random edits of real pages give a spec or a finding with a line, never an exception", () => {
  fc.assert(
    fc.property(fc.constantFrom(...pages), edits, (page, edit) => {
      const text = edit(page);
      const { spec, findings } = importPage(text, { service: { id: "fuzzed", name: "Fuzzed" } });
      const lines = text.split("\n").length;
      if (!spec) expect(findings.length).toBeGreaterThan(0);
      for (const { line, message } of findings) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(message).toMatch(/\.$/);
      }
    }),
    tried(300),
  );
});

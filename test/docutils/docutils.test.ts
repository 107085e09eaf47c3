import { describe, expect, it } from "vitest";
import { hasDocutils } from "./askDocutils.js";
import { countReadings, describeFault, faults, type ReadPage, readPages } from "./measureReading.js";

const pages = 300;

describe("importing random pages, a third of them broken on purpose", () => {
  it("conserves every word of a page, or refuses it", () => {
    expectNoFault(readPages(2, 0, pages, false));
  });

  it("reads a page as docutils does, or refuses it", (context) => {
    context.skip(!hasDocutils, "No Python with docutils is installed (Debian: python3-docutils).");
    expectNoFault(readPages(1, 0, pages));
  });
});

function expectNoFault(read: readonly ReadPage[]): void {
  const wrong = read.filter(({ reading }) => faults.includes(reading));
  console.log(countReadings(read).join("\n"));
  expect(wrong.slice(0, 3).map(describeFault).join("\n")).toBe("");
  // Who refuses everything reads nothing wrongly.
  expect(read.filter(({ reading }) => reading === "read alike").length).toBeGreaterThan(pages / 5);
}

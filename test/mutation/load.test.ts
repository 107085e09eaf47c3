import { expect, test } from "vitest";

// Stryker takes a test file that cannot even be imported for one without tests, and not for one that fails.
test("the tool can be loaded", async () => {
  await expect(import("../../generator/index.js")).resolves.toHaveProperty("generate");
});

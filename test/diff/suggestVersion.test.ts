import { expect, test } from "vitest";
import { suggestVersion } from "../../generator/compare/suggestVersion.js";

test.each([
  ["breaking", "1.4.2", "2.0.0"],
  ["feature", "1.4.2", "1.5.0"],
  ["fix", "1.4.2", "1.4.3"],
  ["none", "1.4.2", "1.4.2"],
  ["breaking", "0.1.0", "0.2.0"],
  ["feature", "0.1.0", "0.1.1"],
  ["fix", "0.1.0", "0.1.1"],
  ["breaking", "2.0.0-beta.1", "2.0.0"],
  ["breaking", "1.5.0-beta.1", "2.0.0"],
  ["feature", "1.5.0-beta.1", "1.5.0"],
  ["feature", "1.5.1-beta.1", "1.6.0"],
  ["fix", "1.5.1-beta.1+build.7", "1.5.1"],
  ["fix", "1.0.9007199254740993", "1.0.9007199254740994"],
] as const)("after a change of level %s, %s is followed by %s", (level, current, next) => {
  expect(suggestVersion(level, current)).toMatchObject({ current, next });
});

test.each([undefined, "latest", "1.0", "01.0.0"])(
  "without a version to start from (%s), says what to raise",
  (current) => {
    expect(suggestVersion("breaking", current)).toEqual({ bump: "major" });
  },
);

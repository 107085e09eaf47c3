import { expect, test } from "vitest";
import { formatGithub } from "../../generator/diagnostics/formatGithub.js";
import { sample } from "./sample.js";

test("is one workflow command a finding, which points at the range", () => {
  expect(formatGithub([sample(), sample({ severity: "warning" })])).toMatchInlineSnapshot(`
    "::error file=spec/small.yaml,line=2,endLine=2,col=3,endColumn=7,title=unknown-key::The key "nmae" is not known here. Use one of: id, name.
    ::warning file=spec/small.yaml,line=2,endLine=2,col=3,endColumn=7,title=unknown-key::The key "nmae" is not known here. Use one of: id, name.
    "
  `);
});

test("gives no columns for a range of several lines, which GitHub would refuse", () => {
  const range = { start: { line: 2, column: 3 }, end: { line: 4, column: 1 } };
  expect(formatGithub([sample({ range })])).toContain("line=2,endLine=4,col=3,title=");
});

test("points at the file alone where there is no range", () => {
  const { range: _range, ...whole } = sample();
  expect(formatGithub([whole])).toContain("::error file=spec/small.yaml,title=unknown-key::");
});

test("escapes what would end a message", () => {
  const text = formatGithub([sample({ message: "100 %\r\n::error::Injected, again: no.", help: "Go on." })]);
  expect(text).toContain("::100 %25%0D%0A::error::Injected, again: no. Go on.\n");
  expect(text.trimEnd().split("\n")).toHaveLength(1);
});

test("escapes what would end a property", () => {
  const text = formatGithub([sample({ file: "spec/a,line=9:b%\n.yaml" })]);
  expect(text).toContain("::error file=spec/a%2Cline=9%3Ab%25%0A.yaml,line=2,");
});

import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import { expect, test } from "vitest";
import { repository } from "../testProject.js";
import { markdownFiles, nodesOf, parsedFile } from "./markdownFiles.js";

/** The anchors that GitHub gives the headings of a file. */
function anchorsOf(file: string): string[] {
  const slugger = new GithubSlugger();
  return nodesOf(parsedFile(file)).flatMap((node) =>
    node.type === "heading" ? [slugger.slug(toString(node))] : [],
  );
}

test.each(markdownFiles)("every link in %s leads somewhere", (file) => {
  const links = nodesOf(parsedFile(file)).flatMap((node) =>
    (node.type === "link" || node.type === "image") && !/^[a-z]+:/.test(node.url) ? [node.url] : [],
  );
  const broken = links.filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? file : posix.normalize(posix.join(posix.dirname(file), path));
    if (!existsSync(join(repository, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(["docs/rules.md", "docs/diff.md"])("no two headings of %s have the same anchor", (file) => {
  expect(anchorsOf(file).filter((anchor) => /-\d+$/.test(anchor))).toEqual([]);
});

test("every page of the documentation is linked from its index", () => {
  const linked = nodesOf(parsedFile("docs/README.md")).flatMap((node) =>
    node.type === "link" ? [`docs/${node.url.replace("./", "")}`] : [],
  );
  const pages = markdownFiles.filter((file) => file.startsWith("docs/") && file !== "docs/README.md");
  expect(linked).toEqual(expect.arrayContaining(pages));
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { repository } from "../testProject.js";

/** The documents that people read, by their paths from the repository's root. */
export const markdownFiles: readonly string[] = [
  ...filesOf("."),
  ...filesOf("docs"),
  "generator/README.md",
  "test/bench/speed.md",
  "test/hostile/README.md",
];

function filesOf(folder: string): string[] {
  const names = readdirSync(join(repository, folder)).filter((name) => name.endsWith(".md"));
  return names.map((name) => (folder === "." ? name : `${folder}/${name}`));
}

export function parsedFile(file: string): Root {
  return fromMarkdown(readFileSync(join(repository, file), "utf8"), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** All nodes of a tree, in their order. */
export function nodesOf(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesOf) : [])];
}

import type { RootContent } from "mdast";
import type { Service, Table } from "../catalogue/catalogue.js";
import { identifierFrom } from "../catalogue/names.js";
import { printMarkdownTables } from "../markdown/printMarkdown.js";
import { comparisonBlocks } from "./comparisonBlocks.js";
import type { Emitter, OutputFile } from "./emitter.js";
import { headerLines } from "./header.js";
import { heading, link, list, paragraph, text } from "./markdownNodes.js";
import { tableBlocks, titleOf } from "./tableBlocks.js";

/** `docs/`: a page for each table, an index, and a page that compares the services code by code. */
export const emitMarkdown: Emitter = async (catalogue, options) => {
  // Prettier's own measure, so that it finds nothing to change in a table; its layout would be slow.
  const { getStringWidth } = (await import("prettier")).util;
  const markdownFile: WriteFile = (path, blocks, service) => {
    const header = `<!--\n${headerLines(options, service).join("\n")}\n-->`;
    const text = printMarkdownTables({ type: "root", children: blocks }, getStringWidth);
    return { path, text: `${header}\n\n${text}` };
  };
  const tables = catalogue.services.flatMap(tablePages);
  return [
    ...tables.map(({ path, service, table }) =>
      markdownFile(`docs/${path}`, tableBlocks(service, table), service),
    ),
    markdownFile("docs/index.md", indexBlocks(tables)),
    markdownFile("docs/comparison.md", comparisonBlocks(catalogue)),
  ];
};

type WriteFile = (path: string, blocks: RootContent[], service?: Service) => OutputFile;

interface TablePage {
  readonly path: string;
  readonly service: Service;
  readonly table: Table;
}

function tablePages(service: Service): TablePage[] {
  const taken = new Set<string>();
  return service.tables.map((table) => {
    const path = `${service.id}/${freeSlug(fileName(slugOf(table)), taken)}.md`;
    return { path, service, table };
  });
}

function slugOf({ title, kind }: Table): string {
  const words = (title ?? "").split(/[^A-Za-z0-9]+/).filter((word) => identifierFrom(word) !== "");
  return words.join("-").toLowerCase() || kind;
}

/** A file's name on every disk: short enough, and none that Windows keeps for a device. */
function fileName(slug: string): string {
  const short = slug.slice(0, 100).replace(/-+$/, "");
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(short) ? `${short}-table` : short;
}

function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  taken.add(free);
  return free;
}

function indexBlocks(pages: readonly TablePage[]): RootContent[] {
  return [
    heading(1, "Status codes"),
    list(
      pages.map(({ path, service, table }) => [
        link(`./${path}`, `${service.name}: ${titleOf(table, service)}`),
        text(` (${table.entries.length})`),
      ]),
    ),
    paragraph([link("./comparison.md", "The services compared, code by code")]),
  ];
}

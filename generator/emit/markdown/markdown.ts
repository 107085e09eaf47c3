import type { RootContent } from "mdast";
import type { Service, SpecService, Table } from "../../catalogue/catalogue.js";
import { identifierFrom } from "../../catalogue/names.js";
import { printMarkdown } from "../../markdown/printMarkdown.js";
import { compared, type ComparedService, comparedService } from "./comparison.js";
import type { Emitter, EmitOptions, OutputFile } from "../emitter.js";
import { headerLines } from "../header.js";
import { heading, link, list, paragraph, text } from "./markdownNodes.js";
import { tableDocument, titleOf } from "./tableDocument.js";

/** `docs/`: a page for each table, an index, and a page that compares the services code by code. */
export const markdown: Emitter<MarkdownPart> = {
  service: (service, options) =>
    Promise.resolve(
      tablePages(service).map(({ path, table, spec }) =>
        file(`docs/${path}`, tableDocument(spec, table), options, [spec]),
      ),
    ),
  part: (service) => ({
    index: tablePages(service).map(({ path, table, spec }) => {
      const title = `${service.name}: ${titleOf(table, spec)}`;
      return printed(list([[link(`./${path}`, title), text(` (${table.entries.length})`)]]));
    }),
    compared: comparedService(service),
  }),
  all: (parts, options) =>
    Promise.resolve([
      file("docs/index.md", indexOf(parts.flatMap(({ index }) => index)), options),
      file("docs/comparison.md", comparison(parts.map((part) => part.compared)), options),
    ]),
};

/** What the files about all services say about one. */
export interface MarkdownPart {
  /** The service's lines in the index. */
  readonly index: readonly string[];
  readonly compared: ComparedService;
}

/** A file of Markdown blocks, each a text or its lines. */
function file(
  path: string,
  blocks: readonly (string | readonly string[])[],
  options: EmitOptions,
  specs?: readonly SpecService[],
): OutputFile {
  const header = ["<!--", ...headerLines(options, specs), "-->"];
  // Joined once: a comparison of thousands of services takes as many megabytes.
  return { path, text: [...header, ...blocks.flatMap((block) => ["", block].flat()), ""].join("\n") };
}

interface TablePage {
  readonly path: string;
  readonly table: Table;
  readonly spec: SpecService;
}

function tablePages(service: Service): TablePage[] {
  const taken = new Set<string>();
  return service.specs.flatMap((spec) =>
    spec.tables.map((table) => {
      const path = `${service.id}/${freeSlug(fileName(slugOf(table)), taken)}.md`;
      return { path, table, spec };
    }),
  );
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

function indexOf(lines: readonly string[]): string[] {
  return [
    printed(heading(1, "Status codes")),
    lines.join("\n"),
    printed(paragraph([link("./comparison.md", "The services compared, code by code")])),
  ];
}

function comparison(services: readonly ComparedService[]): (string | readonly string[])[] {
  const { summary, table } = compared(services);
  return [
    printed(heading(1, "The services compared, code by code")),
    printed(paragraph([text(summary)])),
    table,
  ];
}

function printed(block: RootContent): string {
  return printMarkdown(block).trimEnd();
}

import type { RootContent } from "mdast";
import {
  defineEmitter,
  type EmitOptions,
  headerLines,
  identifierFrom,
  type OutputFile,
  printMarkdown,
  type Service,
  type SpecService,
  type Table,
} from "../api.js";
import {
  type ComparedCode,
  comparedCodes,
  type ComparedService,
  comparedService,
  summaryOf,
} from "./comparison.js";
import { codeSections } from "./comparisonSections.js";
import { comparisonPicture } from "./comparisonPicture.js";
import { type LinkedTable, serviceDocument } from "./serviceDocument.js";
import { heading, link, list, paragraph, text } from "./markdownNodes.js";
import { tableDocument, titleOf } from "./tableDocument.js";

/**
 * `docs/`: a page for each table, one for each service with all its codes, an index, and a page and a picture that
 * compare the services.
 */
export const markdown = defineEmitter<MarkdownPart>({
  name: "markdown",
  service: (service, options) => {
    const pages = tablePages(service);
    return Promise.resolve([
      ...pages.map(({ path, table, spec }) =>
        file(`docs/${service.id}/${path}`, tableDocument(spec, table), options, [spec]),
      ),
      file(`docs/${service.id}/index.md`, serviceDocument(service, linksTo(pages)), options, service.specs),
    ]);
  },
  part: (service) => ({
    index: indexLines(service),
    compared: comparedService(service),
  }),
  all: async (parts, options) => {
    const services = parts.map(({ compared }) => compared).filter(({ codes }) => codes.length > 0);
    const codes = comparedCodes(services);
    const index = file("docs/index.md", indexOf(parts, codes.length > 0), options);
    if (codes.length === 0) return [index];
    return [
      index,
      file("docs/comparison.md", await comparison(services, codes), options),
      { path: "docs/comparison.svg", text: comparisonPicture(services, codes, headerLines(options)) },
    ];
  },
});

/** What the files about all services say about one. */
export interface MarkdownPart {
  /** Its lines in the index. */
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
  // The service's own page has this name.
  const taken = new Set(["index"]);
  return service.specs.flatMap((spec) =>
    spec.tables.map((table) => {
      const path = `${freeSlug(fileName(slugOf(table)), taken)}.md`;
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

function linksTo(pages: readonly TablePage[]): LinkedTable[] {
  return pages.map(({ path, table, spec }) => ({
    path: `./${path}`,
    title: titleOf(table, spec),
    entries: table.entries.length,
    codes: new Set([...table.entries].map(({ code }) => code)),
  }));
}

/** A service in the index, and its tables below it. */
function indexLines(service: Service): string[] {
  const { id, name } = service;
  const line = (path: string, title: string, more = "") =>
    printed(list([[link(`./${id}/${path}`, title), ...(more === "" ? [] : [text(more)])]]));
  return [
    line("index.md", name),
    ...tablePages(service).map(
      ({ path, table, spec }) => `  ${line(path, titleOf(table, spec), ` (${table.entries.length})`)}`,
    ),
  ];
}

function indexOf(services: readonly MarkdownPart[], hasComparison: boolean): string[] {
  return [
    printed(heading(1, "Codes")),
    services.flatMap(({ index }) => index).join("\n"),
    ...(hasComparison
      ? [printed(paragraph([link("./comparison.md", "The services compared, code by code")]))]
      : []),
  ];
}

async function comparison(
  services: readonly ComparedService[],
  codes: readonly ComparedCode[],
): Promise<(string | readonly string[])[]> {
  const picture = "[![The services by status codes](./comparison.svg)](./comparison.svg)";
  return [
    printed(heading(1, "The services compared, code by code")),
    printed(paragraph([text(summaryOf(codes))])),
    picture,
    printed(paragraph([text(howToRead)])),
    ...(await codeSections(codes, services)),
  ];
}

const howToRead =
  "Words in bold are not in the first description of a code; (...) stands for words of the first one that are left out.";

function printed(block: RootContent): string {
  return printMarkdown(block).trimEnd();
}

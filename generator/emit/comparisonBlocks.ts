import type { RootContent } from "mdast";
import { type Catalogue, type Service, type StatusCode, statusCodesOf } from "../catalogue/catalogue.js";
import { cellContent, code, heading, paragraph, table, text } from "./markdownNodes.js";

/** What one status code means at each service that lists it. */
interface ComparedCode {
  readonly code: string;
  readonly byService: ReadonlyMap<Service, StatusCode>;
}

/** The services side by side, code by code, as Markdown blocks. */
export function comparisonBlocks({ services }: Catalogue): RootContent[] {
  const compared = services.filter((service) => statusCodesOf(service).length > 0);
  const codes = comparedCodes(compared);
  return [
    heading(1, "The services compared, code by code"),
    paragraph([text(summary(codes))]),
    table(
      ["Code", "Alike", ...compared.map(({ name }) => name)],
      codes.map((each) => [
        [code(each.code)],
        [text(likeness(each))],
        ...compared.map((service) => cellContent(each.byService.get(service)?.description)),
      ]),
    ),
  ];
}

function comparedCodes(services: readonly Service[]): ComparedCode[] {
  const codes = new Map<string, Map<Service, StatusCode>>();
  for (const service of services) {
    for (const entry of statusCodesOf(service)) {
      const byService = codes.get(entry.code) ?? new Map<Service, StatusCode>();
      codes.set(entry.code, byService.set(service, entry));
    }
  }
  return [...codes]
    .map(([code, byService]) => ({ code, byService }))
    .sort((a, b) => Number(a.code) - Number(b.code));
}

function summary(codes: readonly ComparedCode[]): string {
  const shared = codes.filter(({ byService }) => byService.size > 1);
  const different = shared.filter((each) => !isAlike(each));
  return `${codes.length} codes, of which ${shared.length} are listed by more than one service; ${different.length} of these are described differently.`;
}

function likeness(each: ComparedCode): string {
  if (each.byService.size === 1) return "–";
  return isAlike(each) ? "yes" : "no";
}

function isAlike({ byService }: ComparedCode): boolean {
  return new Set([...byService.values()].map(({ description }) => description)).size === 1;
}

import type * as Diff from "diff";
import type { PhrasingContent } from "mdast";
import {
  cellText,
  inlineText,
  markdownTable,
  printMarkdown,
  reasonPhrase,
  type Service,
  statusCodesOf,
  widthOf,
} from "../api.js";
import { anchor, cellContent, plain, text } from "./markdownNodes.js";

/** What a service says about its status codes. */
export interface ComparedService {
  readonly name: string;
  /** Code after code, each followed by its description as plain text: thousands of pairs would take their room. */
  readonly codes: readonly string[];
}

export function comparedService(service: Service): ComparedService {
  return {
    name: service.name,
    codes: statusCodesOf(service).flatMap(({ code, description }) => [
      code,
      inlineText(cellContent(description).map((node) => (node.type === "html" ? text(" ") : node)))
        .replaceAll(/\s+/g, " ")
        .trim(),
    ]),
  };
}

/** What services say about one status code. */
export interface ComparedCode {
  readonly code: string;
  /** What is said, the wording of most services first. */
  readonly wordings: readonly Wording[];
}

interface Wording {
  readonly text: string;
  /** The places of the services that say it. */
  readonly services: readonly number[];
}

/** The status codes that services list, in numeric order. */
export function comparedCodes(services: readonly ComparedService[]): ComparedCode[] {
  const codes = new Map<string, Map<string, number[]>>();
  for (const [place, { codes: said }] of services.entries()) {
    for (let index = 0; index < said.length; index += 2) {
      const [code = "", wording = ""] = said.slice(index, index + 2);
      const wordings = codes.get(code) ?? new Map<string, number[]>();
      codes.set(code, wordings);
      wordings.set(wording, [...(wordings.get(wording) ?? []), place]);
    }
  }
  return Array.from(codes, ([code, wordings]) => ({ code, wordings: sorted(wordings) })).sort(
    (a, b) => Number(a.code) - Number(b.code),
  );
}

function sorted(wordings: ReadonlyMap<string, readonly number[]>): Wording[] {
  return Array.from(wordings, ([text, services]) => ({ text, services })).sort(
    (a, b) => b.services.length - a.services.length,
  );
}

export function summaryOf(codes: readonly ComparedCode[]): string {
  const shared = codes.filter(({ wordings }) => wordings.flatMap(({ services }) => services).length > 1);
  const different = shared.filter(({ wordings }) => wordings.length > 1).length;
  return `Status codes: ${codes.length}; listed by more than one service: ${shared.length}; described differently: ${different}.`;
}

/** Sections about codes: each wording once, with the services that use it. */
export async function codeSections(
  codes: readonly ComparedCode[],
  services: readonly ComparedService[],
): Promise<(string | readonly string[])[]> {
  const areDifferent = codes.some(({ wordings }) => wordings.length > 1);
  const mark = areDifferent
    ? marker(await import("diff"))
    : (_first: string, wording: string) => plain(wording);
  return codes.flatMap((code) => codeSection(code, services, mark));
}

function codeSection(
  { code, wordings }: ComparedCode,
  services: readonly ComparedService[],
  mark: (first: string, wording: string) => PhrasingContent[],
): (string | readonly string[])[] {
  const [first] = wordings;
  const title = `${code} ${reasonPhrase(code) ?? ""}`.trim();
  return [
    printMarkdown({ type: "heading", depth: 2, children: [anchor(code), ...plain(title)] }).trimEnd(),
    markdownTable(
      ["Services", "Description"],
      wordings.map(({ text: wording, services: places }, index) => [
        cellText(plain(places.map((place) => services[place]?.name ?? "").join(", "))),
        cellText(index > 0 && index < mostMarked ? mark(first?.text ?? "", wording) : plain(wording)),
      ]),
      widthOf,
    ),
  ];
}

/** Of more wordings, nobody compares the words. */
const mostMarked = 20;

/** From how many differing words on texts are taken for altogether different ones; the search takes their square. */
const mostEdits = 30;

/** Gives a wording with the words in bold that the first one does not have, and a sign where that has more. */
function marker({ diffWordsWithSpace }: Pick<typeof Diff, "diffWordsWithSpace">) {
  return (first: string, wording: string): PhrasingContent[] => {
    const parts = diffWordsWithSpace(first, wording, { maxEditLength: mostEdits });
    if (!parts) return plain(wording);
    const isOwn = (length: number, { value, added }: (typeof parts)[number]) =>
      added ? length + value.length : length;
    // Where most is in bold, nothing is.
    if (2 * parts.reduce(isOwn, 0) > wording.length) return plain(wording);
    return parts.flatMap(({ value, added, removed }, index): PhrasingContent[] => {
      const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(value) ?? [];
      if (removed) return parts[index + 1]?.added || words === "" ? [] : [text(`${before}(...)${after}`)];
      if (!added || words === "") return [text(value)];
      const around = (space: string) => (space === "" ? [] : [text(space)]);
      return [...around(before), { type: "strong", children: [text(words)] }, ...around(after)];
    });
  };
}

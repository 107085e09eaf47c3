import { inlineText, type Service, statusCodesOf } from "../api.js";
import { cellContent, text } from "./markdownNodes.js";

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

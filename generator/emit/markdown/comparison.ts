import { type Service, statusCodesOf } from "../../catalogue/catalogue.js";
import { cellContent, cellText, code, plain } from "./markdownNodes.js";
import { markdownTable } from "./markdownTable.js";

/** What a service says about its status codes, each description as it is in a table's cell. */
export interface ComparedService {
  readonly name: string;
  /** Code after code, each followed by its description: thousands of pairs would take their room. */
  readonly codes: readonly string[];
}

export function comparedService(service: Service): ComparedService {
  return {
    name: service.name,
    codes: statusCodesOf(service).flatMap(({ code, description }) => [
      code,
      cellText(cellContent(description)),
    ]),
  };
}

/** The services side by side, code by code: what there is to say about them, and a table. */
export function compared(services: readonly ComparedService[]): {
  summary: string;
  table: readonly string[];
} {
  const listed = services.filter(({ codes }) => codes.length > 0);
  const rows = rowsOf(listed);
  return {
    summary: summaryOf(rows),
    table: markdownTable(
      ["Code", "Alike", ...listed.map(({ name }) => cellText(plain(name)))],
      rows.map((row) => [
        cellText([code(row.code)]),
        row.likeness,
        ...row.descriptions.map((description) => description ?? ""),
      ]),
    ),
  };
}

/** What one status code means at each service; absent where a service does not list it. */
interface ComparedCode {
  readonly code: string;
  readonly descriptions: readonly (string | undefined)[];
  /** Whether those that list it say the same of it; a dash where only one does. */
  readonly likeness: "–" | "yes" | "no";
}

function rowsOf(services: readonly ComparedService[]): ComparedCode[] {
  const rows = new Map<string, (string | undefined)[]>();
  for (const [column, { codes }] of services.entries()) {
    for (let index = 0; index < codes.length; index += 2) {
      const each = codes[index] ?? "";
      const row = rows.get(each) ?? services.map(() => undefined);
      row[column] = codes[index + 1];
      rows.set(each, row);
    }
  }
  return Array.from(rows, ([each, descriptions]) => comparedCode(each, descriptions)).sort(
    (a, b) => Number(a.code) - Number(b.code),
  );
}

function comparedCode(code: string, descriptions: readonly (string | undefined)[]): ComparedCode {
  const [first, ...others] = descriptions.filter((description) => description !== undefined);
  const isAlike = others.every((other) => other === first);
  return { code, descriptions, likeness: others.length === 0 ? "–" : isAlike ? "yes" : "no" };
}

function summaryOf(rows: readonly ComparedCode[]): string {
  const different = rows.filter(({ likeness }) => likeness === "no").length;
  const shared = different + rows.filter(({ likeness }) => likeness === "yes").length;
  return `${rows.length} codes; ${shared} are listed by more than one service, and ${different} of these are described differently.`;
}

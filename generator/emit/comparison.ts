import { type Service, statusCodesOf } from "../catalogue/catalogue.js";
import { cellContent, cellText, code, plain } from "./markdownNodes.js";
import { markdownTable } from "./markdownTable.js";

/** What a service says of its status codes, each description as it stands in a table's cell. */
export interface ComparedService {
  readonly name: string;
  readonly codes: readonly (readonly [code: string, description: string])[];
}

export function comparedService(service: Service): ComparedService {
  return {
    name: service.name,
    codes: statusCodesOf(service).map(({ code, description }) => [code, cellText(cellContent(description))]),
  };
}

/** The services side by side, code by code: what there is to say of them, and a table. */
export function compared(services: readonly ComparedService[]): { summary: string; table: string } {
  const columns = services.filter(({ codes }) => codes.length > 0).map(({ codes }) => new Map(codes));
  const names = services.filter(({ codes }) => codes.length > 0).map(({ name }) => name);
  const all = new Set(columns.flatMap((column) => [...column.keys()]));
  const rows = [...all]
    .sort((a, b) => Number(a) - Number(b))
    .map((each) => ({ code: each, descriptions: columns.map((column) => column.get(each)) }));
  return {
    summary: summaryOf(rows),
    table: markdownTable(
      ["Code", "Alike", ...names.map((name) => cellText(plain(name)))],
      rows.map((row) => [
        cellText([code(row.code)]),
        likeness(row),
        ...row.descriptions.map((description) => description ?? ""),
      ]),
    ),
  };
}

/** What one status code means at each service; absent where a service does not list it. */
interface ComparedCode {
  readonly code: string;
  readonly descriptions: readonly (string | undefined)[];
}

function summaryOf(rows: readonly ComparedCode[]): string {
  const shared = rows.filter((row) => givenIn(row).length > 1);
  const different = shared.filter((row) => !isAlike(row));
  return `${rows.length} codes, of which ${shared.length} are listed by more than one service; ${different.length} of these are described differently.`;
}

function likeness(row: ComparedCode): string {
  if (givenIn(row).length === 1) return "–";
  return isAlike(row) ? "yes" : "no";
}

function isAlike(row: ComparedCode): boolean {
  return new Set(givenIn(row)).size === 1;
}

function givenIn({ descriptions }: ComparedCode): string[] {
  return descriptions.filter((description) => description !== undefined);
}

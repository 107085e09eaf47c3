import {
  anchorId,
  cellText,
  errorCodesOf,
  markdownTable,
  printMarkdown,
  type Service,
  statusCodesOf,
  widthOf,
} from "../api.js";
import { anchor, code, heading, link, list, plain, text } from "./markdownNodes.js";

/** A document of one table of a service. */
export interface LinkedTable {
  /** Its path, as the service's document links it. */
  readonly path: string;
  readonly title: string;
  readonly entries: number;
  /** The codes that it has an anchor for. */
  readonly codes: ReadonlySet<string>;
}

/** The documentation of a service: its tables, and each of its codes, with an anchor that stays. */
export function serviceDocument(
  service: Service,
  tables: readonly LinkedTable[],
): (string | readonly string[])[] {
  const codes = [
    ...statusCodesOf(service).map(({ code, name, message, entries: [entry] }) => ({
      code,
      name,
      message,
      listedAs: entry.code,
    })),
    ...errorCodesOf(service).map(({ code, name, entries: [entry] }) => ({
      code,
      name,
      message: entry.message,
      listedAs: code,
    })),
  ];
  const rows = codes.map(({ code: each, name, message, listedAs }) => {
    const table = tables.find(({ codes: known }) => known.has(listedAs));
    const url = `${table?.path ?? "."}#${anchorId(listedAs)}`;
    return [
      // Put together here: a printer of Markdown takes twenty times as long for a link around code.
      `${anchor(each).value}[${cellText([code(each)])}](${url})`,
      cellText([code(name)]),
      cellText(plain(message)),
    ];
  });
  return [
    printMarkdown(heading(1, service.name)).trimEnd(),
    printMarkdown(
      list(tables.map(({ path, title, entries }) => [link(path, title), text(` (${entries})`)])),
    ).trimEnd(),
    markdownTable(["Code", "Name", "Message"], rows, widthOf),
  ];
}

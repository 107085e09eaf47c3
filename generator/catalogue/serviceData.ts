import { markdownToText } from "../markdown/parseMarkdown.js";
import type { Service, Table } from "./catalogue.js";
import { entryData } from "./entryData.js";

/**
 * A service as data for others to read. The generated TypeScript says nothing of a service that is not in
 * here, its file headers aside: where two states give the same data, programs see no difference.
 */
export function serviceData({ id, name, prefix, page, tables }: Service): Record<string, unknown> {
  const { id: pageId, title, source, permalink, digest } = page;
  return {
    service: { id, name, prefix },
    page: { id: pageId, title: markdownToText(title), source, permalink, digest },
    tables: tables.map(tableData),
  };
}

function tableData({ kind, label, section, item, title, lead, columns, entries }: Table) {
  return {
    kind,
    label,
    section: plainText(section),
    item: plainText(item),
    title: plainText(title),
    lead,
    columns,
    entries: [...entries].map(entryData),
  };
}

function plainText(markdown: string | undefined): string | undefined {
  return markdown === undefined ? undefined : markdownToText(markdown);
}

import { markdownToText } from "../markdown/parseMarkdown.js";
import type { Page, Service, Table } from "./catalogue.js";
import { entryData } from "./entryData.js";

/**
 * A service as data for others to read. The generated TypeScript says nothing of a service that is not in
 * here, its file headers aside: where two states give the same data, programs see no difference.
 */
export function serviceData({ id, name, prefix, specs }: Service): Record<string, unknown> {
  const pages = specs.flatMap(({ page }) => (page ? [pageData(page)] : []));
  return {
    service: { id, name, prefix },
    ...(pages.length > 0 && { pages }),
    tables: specs.flatMap(({ tables, page }) => tables.map((table) => tableData(table, page))),
  };
}

function pageData({ id, title, source, permalink, digest }: Page) {
  return { id, title: markdownToText(title), source, permalink, digest };
}

function tableData(
  { kind, label, section, item, title, lead, columns, entries }: Table,
  page: Page | undefined,
) {
  return {
    kind,
    page: page?.id,
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

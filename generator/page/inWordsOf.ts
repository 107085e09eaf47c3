import { buildService } from "../catalogue/buildService.js";
import type { PageSpec } from "../spec/definition.js";
import { saidOnPage } from "../spec/merge/saidOnPage.js";
import type { ReadByReader } from "./reader.js";
import { withWriter } from "./withWriter.js";
import { writePage } from "./writePage.js";

/**
 * What a page says in the words of a spec that it can be made from, byte for byte, and so in no words that
 * would change the spec; else as it was read. Markdown has many spellings of one text, and hand-written
 * specs use them.
 *
 * @param page the page's text, and its reader
 */
export function inWordsOf(
  existing: PageSpec,
  imported: PageSpec,
  { text, byReader }: { readonly text: string; readonly byReader?: ReadByReader },
): PageSpec {
  const made = writePage(withWriter(buildService(existing, ""), byReader?.write));
  if (made !== text.replaceAll("\r\n", "\n")) return imported;
  const { id: _id, label: _label, top: _top, after: _after, ...about } = imported.page;
  const { id, title, label, top, after } = existing.page;
  const tables = existing.tables.map((table) => ({
    ...table,
    entries: table.entries.filter(({ retired }) => retired === undefined).map(saidOnPage),
  }));
  return {
    ...imported,
    page: {
      ...about,
      id,
      title,
      ...(label !== undefined && { label }),
      ...(top !== undefined && { top }),
      ...(after !== undefined && { after }),
    },
    // Each entry is as valid with the page's words in it.
    tables: tables.filter(({ entries }) => entries.length > 0) as unknown as PageSpec["tables"],
  };
}

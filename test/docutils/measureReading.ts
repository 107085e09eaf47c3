import { askDocutils, type DocutilsPage, hasDocutils } from "./askDocutils.js";
import { differences } from "./comparePage.js";
import { importedPage, type ImportedPage } from "./importedPage.js";
import { lostWords } from "./lostWords.js";
import { type RandomPage, randomPage } from "./randomPages.js";

/** How a page is read by import and by docutils. */
export type Reading =
  | "read alike"
  | "refused by both"
  | "refused by import alone"
  | "refused by docutils alone"
  | "without a code table"
  | "read differently"
  | "with words lost"
  | "crashed";

export interface ReadPage {
  readonly page: RandomPage;
  readonly reading: Reading;
  /** Whether docutils only warns of something in a table. */
  readonly isWarnedOf: boolean;
  readonly details: readonly string[];
}

/** Readings of which there must be none. */
export const faults: readonly Reading[] = [
  "refused by docutils alone",
  "read differently",
  "with words lost",
  "crashed",
];

/** Imports random pages, and has docutils read them unless only their words are to be compared. */
export function readPages(
  seed: number,
  first: number,
  count: number,
  asksDocutils = hasDocutils,
): ReadPage[] {
  const pages = Array.from({ length: count }, (_, index) => randomPage(seed, first + index));
  const readings = asksDocutils ? askDocutils(pages.map(({ text }) => text)) : [];
  return pages.map((page, index) => readPage(page, readings[index]));
}

function readPage(page: RandomPage, docutils: DocutilsPage | undefined): ReadPage {
  const inTables = docutils?.messages.filter(({ inTable }) => inTable) ?? [];
  const inError = inTables.filter(({ level }) => level > 2);
  const errors = inError.map(({ text, line }) => `docutils, line ${line ?? "?"}: ${text}`);
  const found = (reading: Reading, details: readonly string[] = []) => ({
    page,
    reading,
    isWarnedOf: inTables.length > errors.length,
    details,
  });
  let imported: ImportedPage;
  try {
    imported = importedPage(page.text);
  } catch (error) {
    return found("crashed", [String(error instanceof Error ? error.stack : error)]);
  }
  if (imported.kind === "refused") {
    if (!imported.hasTables) return found("without a code table", imported.reasons);
    return found(errors.length > 0 ? "refused by both" : "refused by import alone", imported.reasons);
  }
  // Import does not read the cells of tables that hold no codes.
  const headers = new Set(imported.tables.map(({ columns }) => columns[0]?.header));
  if (inError.some(({ header }) => header === null || headers.has(header)))
    return found("refused by docutils alone", errors);
  const different = docutils ? differences(imported.tables, docutils) : [];
  if (different.length > 0) return found("read differently", different);
  const lost = lostWords(page, imported);
  return lost.length > 0 ? found("with words lost", lost) : found("read alike");
}

/** A page that is read wrongly, and how to see it again. */
export function describeFault({ page, reading, details }: ReadPage): string {
  return `=== --seed ${page.seed} --run ${page.run}: ${reading}\n${page.text}\n--- ${details.join("\n--- ")}\n`;
}

/** How many pages are read in each way, and how many of those intact. */
export function countReadings(pages: readonly ReadPage[]): string[] {
  const all: readonly Reading[] = [
    "read alike",
    "refused by import alone",
    "refused by both",
    "without a code table",
    ...faults,
  ];
  return all.map((reading) => {
    const read = pages.filter((each) => each.reading === reading);
    const broken = read.filter(({ page }) => page.isBroken).length;
    const warned = read.filter(({ isWarnedOf }) => isWarnedOf).length;
    return `${reading}: ${read.length} (${broken} of them broken on purpose, ${warned} with warnings of docutils)`;
  });
}

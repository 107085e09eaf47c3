/** What a page's name is made of. */
interface NamedPage {
  /** The file of its spec. */
  readonly file: string;
  /** The id of its service. */
  readonly id: string;
  readonly pageId: string;
}

/**
 * The names of all pages' files, by their specs' files. Vendors give pages of several services one
 * name, such as `ErrorCode`; the files of those tell the service too. That may be the name of a third
 * page, whose file then tells its service as well.
 */
export function pageNames(pages: readonly NamedPage[]): ReadonlyMap<string, string> {
  const tellsService = new Set<NamedPage>();
  for (;;) {
    const names = pages.map((page) => (tellsService.has(page) ? `${page.pageId}.${page.id}` : page.pageId));
    // Names that tell the service differ, as no id has a dot in it.
    const clashes = clashing(names).flatMap((index) => pages[index] ?? []);
    const more = clashes.filter((page) => !tellsService.has(page));
    if (more.length === 0) return new Map(pages.map(({ file, id }, index) => [file, names[index] ?? id]));
    for (const page of more) tellsService.add(page);
  }
}

/** The places of names that are listed twice: disks that ignore case have one file for both spellings. */
function clashing(names: readonly string[]): number[] {
  const timesUsed = new Map<string, number>();
  for (const name of names) timesUsed.set(fold(name), (timesUsed.get(fold(name)) ?? 0) + 1);
  return names.flatMap((name, index) => ((timesUsed.get(fold(name)) ?? 0) > 1 ? [index] : []));
}

function fold(name: string): string {
  return name.toLowerCase();
}

import type { SpecService, Table } from "../catalogue/catalogue.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import type { Change, ChangeKind, MakeChange } from "./change.js";

/** What differs about a page as a whole, its rows aside. */
export function pageChanges(before: SpecService, after: SpecService, change: MakeChange): Change[] {
  const changed = (kind: ChangeKind, said: (service: SpecService) => string) => {
    const [a, b] = [said(before), said(after)];
    return a === b ? [] : [change(kind, { before: a, after: b })];
  };
  // Programs get titles as plain text.
  const titleChanged = (kind: ChangeKind, said: (service: SpecService) => string): Change[] => {
    const isSame = markdownToText(said(before)) === markdownToText(said(after));
    return changed(kind, said).map((each) => (isSame ? { ...each, level: "none" } : each));
  };
  return [
    ...changed("page-renamed", ({ page }) => page?.id ?? ""),
    ...titleChanged("title-changed", ({ page }) => page?.title ?? ""),
    ...changed("label-changed", ({ page, tables }) =>
      [page?.label ?? [], ...tables.flatMap(({ label }) => label ?? [])].flat().join(", "),
    ),
    ...titleChanged("table-title-changed", ({ tables }) =>
      tables.flatMap(({ title }) => title ?? []).join(", "),
    ),
    ...changed("surroundings-changed", ({ page, tables }) =>
      [...tables.flatMap(surroundingsOf), page?.after ?? []].flat().join("\n\n"),
    ),
  ];
}

function surroundingsOf({ before, section, item, lead }: Table): string[] {
  return [before, section, item, lead].flatMap((text) => text ?? []);
}

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { importPage } from "../page/importPage.js";
import type { ColumnRole } from "../spec/columns.js";
import type { Spec } from "../spec/definition.js";
import { pageDiagnostics } from "./pageDiagnostics.js";
import { fileNameOf } from "./pageSource.js";

/** A page with code tables, of which a spec can be made. */
export interface CodePage {
  /** Its path, relative to the project, or its address. */
  readonly file: string;
  readonly text: string;
  /** What it says; the service is a stand-in. */
  readonly spec: Spec;
  /** Whether the page says its id, so that it is not made from the file's name. */
  readonly hasOwnId: boolean;
  /** The spec with an id that the page does not say. */
  readonly withId: (id: string) => Spec;
}

/** What was read of a page, with code tables or without. */
export interface ReadPage {
  readonly file: string;
  /** Absent where the page has no code table, or an error keeps it from being imported. */
  readonly codePage?: CodePage;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it may still have code tables: an error may have kept them from being read. */
  readonly mayHaveCodes: boolean;
  /** Whether the spec lacks something that the page says. */
  readonly isLossy: boolean;
}

interface ReadOptions {
  /** The columns' roles, where they are given. */
  readonly columns?: readonly ColumnRole[];
  readonly lossy?: boolean;
}

export function readCodePage(
  {
    file,
    text,
    isFromFolder,
  }: { readonly file: string; readonly text: string; readonly isFromFolder: boolean },
  { columns, lossy = false }: ReadOptions,
): ReadPage {
  const service = { id: "imported", name: "Imported" };
  const read = (fileName: string) =>
    importPage(text, { service, fileName, lossy, ...(columns && { roles: columns }) });
  const { spec, findings, hasOwnId, isLossy } = read(fileNameOf(file));
  // Where a page says no id, it is made from a file's name.
  const withId = (id: string) => (id === spec?.page.id ? spec : read(`${id}.rst`).spec);
  return {
    file,
    ...(spec && { codePage: { file, text, spec, hasOwnId, withId: (id) => withId(id) ?? spec } }),
    diagnostics: pageDiagnostics({ file, text, isFromFolder, hasRoles: columns !== undefined }, findings),
    mayHaveCodes: !findings.some(({ rule }) => rule === "no-code-table"),
    isLossy,
  };
}

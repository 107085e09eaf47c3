import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Table } from "../catalogue/catalogue.js";
import { type ImportedPage, importPage } from "../page/importPage.js";
import type { Field } from "../spec/fields.js";
import { withDeclaredColumns } from "./declaredColumns.js";
import type { CheckedSpec } from "../rules/rule.js";
import type { ColumnRole } from "../spec/columns.js";
import type { PageSpec, Spec } from "../spec/definition.js";
import { pageDiagnostics } from "./pageDiagnostics.js";
import type { ReadByReader } from "../page/reader.js";
import { fileNameOf } from "../sources/pageSource.js";

/** A page with code tables, of which a spec can be made. */
export interface CodePage {
  /** Its path, relative to the project, or its address. */
  readonly file: string;
  readonly text: string;
  /** The page as the reader of its format has read it; absent for reStructuredText. */
  readonly byReader?: ReadByReader;
  /** The sub-folder of an imported folder that it was found in. */
  readonly subfolder?: string;
  /** What it says; the service is a stand-in. */
  readonly spec: PageSpec;
  /** Whether the page says its id, so that it is not made from the file's name. */
  readonly hasOwnId: boolean;
  /** Whether the caller said what the columns are. */
  readonly hasGivenColumns: boolean;
  /** What the page says, read by what an existing spec of it says about its id and its columns. */
  readonly readBy: (existing: CheckedSpec) => PageSpec;
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
  /** The tables of the spec that the page is known to belong to. */
  readonly known?: readonly Table[];
  readonly lossy?: boolean;
  /** What entries can say in the project. */
  readonly fields: readonly Field[];
}

export function readCodePage(
  {
    file,
    text,
    byReader,
    isFromFolder,
    subfolder,
  }: Pick<CodePage, "file" | "text" | "byReader" | "subfolder"> & { readonly isFromFolder: boolean },
  { columns, known, lossy = false, fields }: ReadOptions,
): ReadPage {
  const service = { id: "imported", name: "Imported" };
  const hasGivenColumns = columns !== undefined;
  const read = (fileName: string, tables = known) =>
    importPage(text, {
      service,
      fileName,
      byReader,
      lossy,
      ...(columns && { roles: columns }),
      ...(tables && { known: tables }),
    });
  const withDeclared = ({ spec: said }: ImportedPage, existing?: Spec) =>
    said && withDeclaredColumns(said, fields, existing?.tables);
  const asRead = read(fileNameOf(file));
  const { findings, hasOwnId, isLossy } = asRead;
  const spec = withDeclared(asRead);
  const readBy = ({ spec: existing, service: { tables } }: CheckedSpec) => {
    // A page without an id has that of the file, or of its spec.
    const hasId = hasOwnId || !existing.page || existing.page.id === spec?.page.id;
    const hasColumns = hasGivenColumns || (spec && haveSameColumns(existing, spec));
    return hasId && hasColumns
      ? spec
      : withDeclared(read(existing.page ? `${existing.page.id}.rst` : fileNameOf(file), tables), existing);
  };
  return {
    file,
    ...(spec && {
      codePage: {
        file,
        text,
        ...(byReader && { byReader }),
        ...(subfolder !== undefined && { subfolder }),
        spec,
        hasOwnId,
        hasGivenColumns,
        readBy: (existing) => readBy(existing) ?? spec,
      },
    }),
    diagnostics: pageDiagnostics(
      { file, text, isOwnFormat: byReader !== undefined, isFromFolder, hasRoles: hasGivenColumns },
      findings,
    ),
    mayHaveCodes: !findings.some(({ rule }) => rule === "no-code-table"),
    isLossy,
  };
}

/** Whether the tables of two specs have the same columns, in the same words. */
export function haveSameColumns(a: Spec, b: Spec): boolean {
  const columns = ({ tables }: Spec) => tables.map((table) => table.columns);
  return isDeepStrictEqual(columns(a), columns(b));
}

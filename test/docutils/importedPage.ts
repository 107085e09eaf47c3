import { parse } from "yaml";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { hasError } from "../../generator/diagnostics/diagnostic.js";
import { importPage } from "../../generator/page/importPage.js";
import { rules } from "../../generator/rules/registry.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";

/** What import makes of a page. */
export type ImportedPage =
  | { readonly kind: "refused"; readonly reasons: readonly string[]; readonly hasTables: boolean }
  | {
      readonly kind: "imported";
      readonly tables: readonly ImportedTable[];
      readonly yaml: string;
      readonly warnings: readonly string[];
    };

export interface ImportedTable {
  readonly columns: readonly { readonly role?: string; readonly header: string }[];
  readonly isHeadless: boolean;
  /** As the YAML has them. */
  readonly entries: readonly Readonly<Record<string, unknown>>[];
}

/** Imports a page, through the YAML of its spec. The one place of these tests that knows how. */
export function importedPage(text: string): ImportedPage {
  const { spec, findings } = importPage(text, { service: { id: "random", name: "Random" } });
  const isError = (id: string) => rules.find((rule) => rule.id === id)?.severity === "error";
  const errors = findings.filter(({ rule }) => isError(rule));
  if (!spec || errors.length > 0) {
    const reasons = findings.map(({ rule, line, message }) => `${rule}, line ${line}: ${message}`);
    return { kind: "refused", reasons, hasTables: findings.some(({ rule }) => rule !== "no-code-table") };
  }
  const yaml = writeSpec(spec, "schema.json");
  const { catalogue, diagnostics } = loadCatalogue([{ file: "spec.yaml", text: yaml }]);
  const [service] = catalogue?.services ?? [];
  if (!service || hasError(diagnostics)) {
    const reasons = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
    return { kind: "refused", reasons, hasTables: true };
  }
  const { tables } = parse(yaml, { schema: "failsafe" }) as { tables: Pick<ImportedTable, "entries">[] };
  return {
    kind: "imported",
    tables: service.tables.map(({ columns, isHeadless = false }, index) => ({
      columns,
      isHeadless,
      entries: tables[index]?.entries ?? [],
    })),
    yaml,
    warnings: findings.map(({ rule }) => rule),
  };
}

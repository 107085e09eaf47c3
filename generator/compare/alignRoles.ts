import type { Column, Service } from "../catalogue/catalogue.js";

/**
 * The page with the roles that the spec gives its columns, where both have the same headers: people
 * know better than a guess from the page, and a difference of roles is none of words.
 */
export function alignRoles(page: Service, spec: Service): Service {
  return {
    ...page,
    tables: page.tables.map((table) => {
      const twin = spec.tables.find(
        ({ kind, columns }) => kind === table.kind && headers(columns) === headers(table.columns),
      );
      return twin ? { ...table, columns: twin.columns } : table;
    }),
  };
}

function headers(columns: readonly Column[]): string {
  return JSON.stringify(columns.map(({ header }) => header));
}

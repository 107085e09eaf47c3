import { buildService } from "../catalogue/buildService.js";
import type { Entry, SpecService } from "../catalogue/catalogue.js";
import { identifierFrom, nameFromCode, type NameCase, reasonPhrase } from "../catalogue/names.js";
import { type Conventions, headOf } from "../catalogue/conventions.js";
import { type PageSpec, serviceSaidIn } from "../spec/definition.js";

/**
 * A spec as its page says it, with a `name` for each entry whose own would be that of another code of the service, or
 * not the one that its code has in the service's other specs. Where no other name fits either, a rule tells.
 */
export function namedAlike(
  spec: PageSpec,
  siblings: readonly SpecService[],
  { fields, case: nameCase }: Conventions,
): PageSpec {
  const head = siblings[0] ?? headOf([serviceSaidIn(spec)], nameCase);
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  const take = (entry: Entry, name: string) => {
    codes.set(codeKey(entry), codes.get(codeKey(entry)) ?? name);
    names.set(`${entry.kind} ${name}`, codeKey(entry));
  };
  for (const { tables } of siblings)
    for (const { entries } of tables)
      for (const entry of entries) if (entry.name !== "") take(entry, entry.name);
  const inSiblings = new Map(codes);

  const { tables } = buildService(spec, "", fields, head);
  const named = spec.tables.map((table, index) => ({
    ...table,
    entries: table.entries.map((said, row) => {
      const entry = tables[index]?.entries[row];
      if (!entry || entry.name === "" || said.name !== undefined) return said;
      const isFree = (name: string) =>
        name !== "" && (names.get(`${entry.kind} ${name}`) ?? codeKey(entry)) === codeKey(entry);
      // In one spec, a status code has the name of its first message.
      const known = entry.kind === "status-code" ? inSiblings : codes;
      const name =
        known.get(codeKey(entry)) ?? [entry.name, ...otherNames(entry, nameCase)].find(isFree) ?? entry.name;
      take(entry, name);
      const { code, ...rest } = said;
      return name === entry.name ? said : { code, name, ...rest };
    }),
  }));
  // Each entry is as valid with a name.
  return { ...spec, tables: named as PageSpec["tables"] };
}

function codeKey(entry: Entry): string {
  return entry.kind === "error-code" ? JSON.stringify(entry.value) : `status ${entry.code}`;
}

function otherNames({ kind, code }: Entry, nameCase: NameCase): string[] {
  // Pages break long codes: `Bad Request` may be another code than `BadRequest`.
  if (kind === "error-code") return [nameFromCode(code, nameCase), code.replaceAll(/[^A-Za-z0-9]+/g, "_")];
  return [identifierFrom(reasonPhrase(code) ?? "", nameCase), identifierFrom(`Status ${code}`, nameCase)];
}

import { buildService } from "../catalogue/buildService.js";
import { blocksToText, parseMarkdown } from "../markdown/parseMarkdown.js";
import { writeRst } from "../page/rst/writeRst.js";
import type { PageSpec, SpecTable } from "../spec/definition.js";
import { booleanWords, declaredIn, type Field, type FieldValue } from "../spec/fields.js";
import { headerWords } from "../spec/headerWords.js";
import { patterns } from "../spec/textSchemas.js";

/**
 * A spec as its page says it, with the columns that say what a declared field says as that field: those that are headed
 * by the field's title or name, or that the page's spec has as the field already, and whose cells are all values of it.
 * What would give another page stays a column without a role.
 *
 * @param known the tables of the spec that the page has
 */
export function withDeclaredColumns(
  spec: PageSpec,
  fields: readonly Field[],
  known: readonly Pick<SpecTable, "columns">[] = [],
): PageSpec {
  const declared = declaredIn(fields);
  if (declared.length === 0) return spec;
  const headers = new Map(
    declared.flatMap((field) =>
      [field.title, field.name].map((header) => [headerWords(header), field] as const),
    ),
  );
  for (const column of known.flatMap(({ columns = [] }) => columns)) {
    const [role = "", header = ""] = typeof column === "string" ? [] : (Object.entries(column)[0] ?? []);
    const field = declared.find(({ name }) => name === role);
    if (field) headers.set(headerWords(header), field);
  }
  const page = writeRst(buildService(spec, ""));
  let mapped = spec;
  for (const [index, { columns = [] }] of spec.tables.entries()) {
    for (const [place, column] of columns.entries()) {
      const header = typeof column === "string" ? undefined : column["other"];
      const field = header === undefined ? undefined : headers.get(headerWords(header));
      const tried = field && header !== undefined && withField(mapped, index, place, header, field);
      if (tried && writeRst(buildService(tried, "", fields)) === page) mapped = tried;
    }
  }
  return mapped;
}

/** The spec with one column of a table as a field; `undefined` if a cell is no value of it. */
function withField(
  spec: PageSpec,
  index: number,
  place: number,
  header: string,
  field: Field,
): PageSpec | undefined {
  const table = spec.tables[index];
  if (
    !table ||
    table.columns?.some((column) => typeof column === "object" && Object.hasOwn(column, field.name))
  )
    return undefined;
  const said = table.entries.map(({ other = {} }) =>
    Object.hasOwn(other, header) ? valueOf(other[header] ?? "", field) : "none",
  );
  if (said.includes(undefined)) return undefined;
  const entries = table.entries.map(({ other = {}, ...entry }, row) => {
    const rest = Object.entries(other).filter(([each]) => each !== header);
    return {
      ...entry,
      ...(Object.hasOwn(other, header) && { [field.name]: said[row] }),
      ...(rest.length > 0 && { other: Object.fromEntries(rest) }),
    };
  });
  const columns = table.columns?.with(place, { [field.name]: header });
  // The definition of the spec has the field in each entry, and among the roles of columns.
  return { ...spec, tables: spec.tables.with(index, { ...table, columns, entries } as SpecTable) };
}

/** The value that a cell gives a field; `undefined` if it gives none. */
function valueOf(markdown: string, { type, values = [] }: Field): FieldValue | undefined {
  const [block, ...more] = parseMarkdown(markdown);
  const hasMarkup = block?.type !== "paragraph" || block.children.some((node) => node.type !== "text");
  if (hasMarkup || more.length > 0) return undefined;
  const text = blocksToText([block]).trim();
  switch (type) {
    case "boolean":
      return booleanWords.indexOf(text) < 0 ? undefined : text === booleanWords[0];
    case "choice":
      return values.includes(text) ? text : undefined;
    case "url":
      return patterns.url.test(text) ? text : undefined;
    case "plain":
      return text === "-" ? undefined : text;
    default:
      return undefined;
  }
}

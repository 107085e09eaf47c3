import * as z from "zod";
import { columnRoles } from "./columns.js";
import { type Field, fieldsOf, type FieldValues, isCorrectable, type TableKind } from "./fields.js";
import { codeText, patterns, text } from "./textSchemas.js";

const retired = codeText(
  "The version (`2.1`) or date (`2024-11-06`) since which the page no longer lists this code. The code's member stays, marked `@deprecated`, and its name is never used again. Default: the page lists the code.",
  patterns.retired,
).optional();

const name = z
  .string()
  .regex(patterns.identifier)
  .meta({
    description:
      "The TypeScript identifier of this entry: letters, digits, `_` and `$`, not beginning with a digit, for example `QuotaExceeded`. Default: made from the message or the code.",
  })
  .optional();

const deviation = z
  .strictObject({
    original: text("The text of the vendor's page, as Markdown."),
    reason: text("Why the spec differs from the page."),
  })
  .meta({
    description: "A correction of the vendor's text: what the page says, and why the spec differs.",
  });

const other = z
  .record(z.string(), text("The text of this cell, as Markdown."))
  .meta({
    description: "The cells of the columns with the role `other`: a mapping from column header to text.",
  })
  .optional();

const httpStatuses = { minimum: 100, maximum: 599, multipleOf: 1 };

/** Some columns of the page have no header. */
export const header = () => text('The column\'s header on the page; `""` if the page has none.', /^$|\S/);

export const spans = z.array(z.union([z.enum(columnRoles), z.strictObject({ other: header() })]));
const entrySpans = spans
  .meta({
    description:
      "The columns whose cell is blank in this row because the cell above spans it. Each item is a role or `other:` with a header. Default: the `spans` of the table.",
  })
  .optional();

const codes = {
  "status-codes": codeText(
    "The HTTP status code: three digits from 100 to 599. Also allowed, if the page has them: a list (`400/404`), which gives a member for each code, and a class (`4xx`), a word for the rest (`default`) or a dash, which give no member.",
    patterns.statusCode,
    httpStatuses,
  ),
  "error-codes": codeText(
    "The error code as the service sends it, for example `APIG.2000`. A dash stands for errors without a code and gives no member.",
  ),
};

/** An entry of a kind of table, with the fields that a project has. */
export function entryDefinition<Kind extends TableKind>(kind: Kind, fields: readonly Field[]) {
  const own = fieldsOf(kind, fields);
  const correctable = own.filter(isCorrectable);
  return z.strictObject({
    code: codes[kind],
    name,
    ...fieldSchemas(kind, own),
    other,
    spans: entrySpans,
    retired,
    deviations: z
      .strictObject(Object.fromEntries(correctable.map((field) => [field.name, deviation])))
      .partial()
      .meta({ description: "The corrections of the page's texts, by field. Default: none." })
      .optional(),
  });
}

type FieldSchemas<Values> = {
  [Name in keyof Values]-?: undefined extends Values[Name]
    ? z.ZodOptional<z.ZodType<NonNullable<Values[Name]>>>
    : z.ZodType<Values[Name]>;
};

function fieldSchemas<Kind extends TableKind>(
  kind: Kind,
  fields: readonly Field[],
): FieldSchemas<FieldValues<Kind>> {
  const schemas = fields.map((field) => {
    const schema = fieldSchema(field);
    return [field.name, field.required?.includes(kind) ? schema : schema.optional()];
  });
  // What the types say is read from the same table; fields that a project declares are known at run time only.
  return Object.fromEntries(schemas) as FieldSchemas<FieldValues<Kind>>;
}

function fieldSchema({ type, description, values = [] }: Field): z.ZodType {
  switch (type) {
    case "status":
      return codeText(description, patterns.status, httpStatuses);
    case "code":
      return codeText(description);
    case "plain":
    case "phrase":
    case "markdown":
      return text(description);
    case "boolean":
      return z.boolean().meta({ description });
    case "url":
      return z.string().regex(patterns.url).meta({ description });
    case "choice":
      return z.enum(values).meta({ description });
  }
}

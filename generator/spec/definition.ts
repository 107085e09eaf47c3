import * as z from "zod";
import { isTooMuch } from "../markdown/textBudget.js";
import { columnRoles } from "./columns.js";

/** What the output folder holds beside the folders of the services. */
export const namesOfOutput = ["docs", "index", "json", "pages", "rfc9110", "schema"] as const;

/** Patterns of the spec language's text-like values. */
const patterns = {
  serviceId: new RegExp(
    `^(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|${namesOfOutput.join("|")})$)(?=.{1,100}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$`,
  ),
  prefix: /^[A-Z][A-Za-z0-9]*$/,
  identifier: /^[A-Za-z_$][A-Za-z0-9_$]*$/,
  // A file's name: not the page's own `.html`, none that Windows keeps for itself, none too long for a disk.
  pageId:
    /^(?!(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9])(?:\.|$))(?!.*\.html$)[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  digest: /^sha256:[0-9a-f]{64}$/,
  // One line: a path or an address.
  source: /^(?=.*\S)[^\n\r]*$/,
  // A code, a list of codes, a class of codes, or a word or a dash for what is not listed.
  statusCode:
    /^(?:[1-5][0-9]{2}(?:(?: ?[/,] ?| or )[1-5][0-9]{2})*|[1-5](?:xx|XX|\*xx\*)|[A-Za-z][A-Za-z /]*|[-\u2013\u2014])$/,
  // Codes and classes with whatever words a page has beside them (`404 Not Found`), or that there is none.
  status:
    /^(?:(?=[^0-9]*[0-9])(?:[^0-9]|[1-5](?:[0-9]{2}(?![0-9])|(?=xx|XX|\*xx\*)))+|[-\u2013\u2014]|[Nn]\/?[Aa]|[Nn]one)$/,
  // A version, such as `1.2`, `v3`, `2.0.0-beta.1`, or a date: a year, a month or a day.
  retired:
    /^(?:v?(?:[0-9]{1,3}(?:\.[0-9]+)*|[0-9]{4}(?:\.[0-9]+)+)(?:-[A-Za-z][0-9A-Za-z.-]*)?|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?)$/,
} as const;

/** Lists in lists and quotes in quotes, dozens of levels deep: reading and printing them recurses. */
const nestedDeeply = /^(?: *(?:[-*+](?= )|>|\d+[.)](?= ))){24}|^ {100}/m;

export function isNestedDeeply(text: string): boolean {
  return nestedDeeply.test(text);
}

const text = (description: string, pattern = /\S/) =>
  z
    .string()
    .regex(pattern)
    .refine((value) => !isNestedDeeply(value) && !isTooMuch(value))
    .meta({ description });

/** A part of the page that is nobody's to read, only to write again. */
const verbatim = (description: string) => z.string().regex(/\S/).meta({ description });

/**
 * Codes are taken as the text that stands in the file, so `404` and `"404"` mean the same and
 * `0400` stays what it is. An editor that reads YAML sees a number there, and must allow it.
 */
const codeText = (description: string, pattern = /\S/, numbers: NumberRange = {}) =>
  z
    .string()
    .regex(pattern)
    .meta({ description, asWritten: true, ...numbers });

/** A pattern says nothing of numbers: what an editor holds against one. */
interface NumberRange {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
}

const retired = codeText(
  "Since when the page no longer lists this code: a version (`2.1`) or a date (`2024-11-06`). Its member stays, marked `@deprecated`, and its name is never used again.",
  patterns.retired,
).optional();

const name = z
  .string()
  .regex(patterns.identifier)
  .meta({
    description:
      "The TypeScript identifier of this entry, where the one made from its message does not serve.",
  })
  .optional();

const deviation = z
  .strictObject({
    original: text("What the vendor's page says, as Markdown."),
    reason: text("Why the spec says something else."),
  })
  .meta({
    description: "Where the spec corrects the vendor: what the page says, and why it is not taken over.",
  });

const message = text(
  "What the vendor's table calls Message, as Markdown; `-` where the page has a dash. Leave it out where the cell is blank.",
);
const description = text(
  "What the vendor says of this code, as Markdown: paragraphs, lists, `code`, **strong**, *emphasis*, [links](https://example.com).",
);
const other = z
  .record(z.string(), text("The text of this cell, as Markdown."))
  .meta({ description: "Cells of columns that have no role of their own, by column header." })
  .optional();

/** Some columns of the page have no header. */
const header = () => text("The column's header.", /^$|\S/);

const spans = z.array(z.union([z.enum(columnRoles), z.strictObject({ other: header() })]));
const entrySpans = spans
  .meta({
    description:
      "Columns whose cell is blank on this row, since it continues the row above; those of the table unless given.",
  })
  .optional();

const statusCodeEntry = z.strictObject({
  code: codeText(
    "The HTTP status code: three digits, 100 to 599. As the page has it also a list (`400/404`), a class (`4xx`) or a word for the rest (`default`); a class and a word give no member.",
    patterns.statusCode,
    { minimum: 100, maximum: 599, multipleOf: 1 },
  ),
  name,
  message: message.optional(),
  description,
  other,
  spans: entrySpans,
  retired,
  deviations: z.strictObject({ message: deviation, description: deviation }).partial().optional(),
});

const errorCodeEntry = z.strictObject({
  code: codeText(
    "The error code as the service sends it, such as `APIG.2000`. A dash, for errors without one, gives no member.",
  ),
  name,
  status: codeText(
    "The HTTP status that comes with this code, as the page writes it: `400`, `400/404`, `404 Not Found`, `4xx`; `-` or `N/A` where there is none.",
    patterns.status,
    { minimum: 100, maximum: 599, multipleOf: 1 },
  ).optional(),
  module: text("The part of the service that the entry is listed under.").optional(),
  message: message.optional(),
  description: description.optional(),
  solution: text("What the vendor says to do about it, as Markdown.").optional(),
  other,
  spans: entrySpans,
  retired,
  deviations: z
    .strictObject({ message: deviation, description: deviation, solution: deviation })
    .partial()
    .optional(),
});

const column = z.union([
  text("The column's header, where it tells its role, such as `Status Code`, `Message` or `Description`."),
  z
    .strictObject(Object.fromEntries(columnRoles.map((role) => [role, header().optional()])))
    .refine((roles) => Object.values(roles).filter((header) => header !== undefined).length === 1, {
      when: ({ issues }) => issues.length === 0,
    })
    .meta({
      description: "The column's role and its header, where the header does not tell the role.",
      minProperties: 1,
      maxProperties: 1,
    }),
]);

const tableFields = {
  before: verbatim(
    "What stands on the page before this table and its lead and is not about it: reStructuredText, word for word.",
  ).optional(),
  section: text("The heading that the table stands under, as Markdown.").optional(),
  item: text("The item of a list that the table stands in, such as `Normal`, as Markdown.").optional(),
  label: text(
    "The table's label on the page. Without `__` it is completed to `<page id>__<label>`.",
  ).optional(),
  title: text("The table's title, without its number, as Markdown.").optional(),
  number: codeText(
    "The number in the table's title, where it is not its place among the titled tables; 0 for none.",
    /^[0-9]+$/,
    { minimum: 0, multipleOf: 1 },
  ).optional(),
  lead: text("What stands above the table, as Markdown; `{table}` is the reference to the table.").optional(),
  indent: codeText(
    "How many columns the table is indented on the page, where `item` does not tell it.",
    /^[1-9][0-9]{0,2}$/,
    { minimum: 1, maximum: 999, multipleOf: 1 },
  ).optional(),
  headless: z
    .boolean()
    .meta({ description: "Whether the page has the headers in an ordinary row, the first of the table." })
    .optional(),
  columns: z.array(column).min(1).meta({ description: "The columns' headers, in the page's order." }),
  spans: spans
    .min(1)
    .meta({
      description:
        "Columns whose cells span rows: where an entry says the same as the one above it, the page leaves the cell blank. A role, or `other:` and a header.",
    })
    .optional(),
};

const statusCodeTable = z.strictObject({
  kind: z.literal("status-codes").meta({ description: "A table of HTTP status codes." }),
  ...tableFields,
  entries: z.array(statusCodeEntry).min(1).meta({ description: "The rows, in the page's order." }),
});

const errorCodeTable = z.strictObject({
  kind: z.literal("error-codes").meta({ description: "A table of error codes such as `APIG.2000`." }),
  ...tableFields,
  entries: z.array(errorCodeEntry).min(1).meta({ description: "The rows, in the page's order." }),
});

/**
 * The spec language. What validates a spec and what `generated/schema/spec.schema.json` tells an
 * editor are both made from this one definition.
 */
export const specDefinition = z
  .strictObject({
    service: z
      .strictObject({
        id: z
          .string()
          .regex(patterns.serviceId)
          .meta({
            description: "Folder and import subpath: lower case letters, digits and hyphens.",
            examples: ["apig"],
          }),
        name: text("The service's name, as people know it: plain text."),
        prefix: z
          .string()
          .regex(patterns.prefix)
          .meta({
            description: "What the generated names start with; made from the id unless given.",
            examples: ["FunctionGraph"],
          })
          .optional(),
      })
      .meta({ description: "The service whose codes these are." }),
    page: z
      .strictObject({
        id: z
          .string()
          .regex(patterns.pageId)
          .meta({ description: "The page's original name, without `.html`." }),
        label: text("The page's label, where it is not the page's id.").optional(),
        title: text("The page's title, as Markdown."),
        source: z
          .string()
          .regex(patterns.source)
          .meta({
            description:
              "Where the page was read: its path, relative to the project and with `/` between its parts, or its address. `import` records it, and finds the page's spec by it.",
            examples: ["pages/status_codes.rst"],
          })
          .optional(),
        digest: z
          .string()
          .regex(patterns.digest)
          .meta({
            description:
              "SHA-256 of the page that was transcribed: `sha256:` and 64 hexadecimal digits. Leave it out where there is no page.",
          })
          .optional(),
        top: z
          .string()
          .meta({
            description:
              'What stands on the page above its title, where that is not `:original_name:` and the label: reStructuredText, word for word; `""` for nothing.',
          })
          .optional(),
        after: verbatim(
          "What stands on the page after its last table: reStructuredText, word for word.",
        ).optional(),
      })
      .meta({ description: "The vendor's page that this spec transcribes." }),
    tables: z
      .array(z.discriminatedUnion("kind", [statusCodeTable, errorCodeTable]))
      .min(1)
      .meta({ description: "The page's code tables, in the page's order." }),
  })
  .meta({ title: "statusgen spec", description: "One vendor's page of status or error codes." });

/**
 * What people say of an entry, and no page does. Import leaves it as it is, like the whole of `service`
 * and whatever the spec language does not know.
 */
const fieldsOfPeople: readonly string[] = ["name", "retired", "deviations"];

const fieldsOfEntry = { ...statusCodeEntry.shape, ...errorCodeEntry.shape };

/** The fields that a page says: import writes them, and removes those that the page no longer says. */
export const fieldsOfPage = {
  page: Object.keys(specDefinition.shape.page.shape),
  table: ["kind", ...Object.keys(tableFields)],
  entry: Object.keys(fieldsOfEntry).filter((field) => !fieldsOfPeople.includes(field)),
};

/** A validated spec: one YAML file that transcribes one page. */
export type Spec = z.infer<typeof specDefinition>;
export type SpecTable = Spec["tables"][number];
export type SpecEntry = SpecTable["entries"][number];
export type SpecColumn = SpecTable["columns"][number];

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
  // The characters of a URI (RFC 3986), so that it says what it shows.
  permalink: /^https:\/\/[\w.~-]+(?::[0-9]+)?(?:[/?#](?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/,
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
 * Codes are taken as the text that is in the file, so `404` and `"404"` mean the same and
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

const deviations = "The corrections of the page's texts, by field. Default: none.";

const message = text(
  "The message on the vendor's page, as Markdown, for example `Not Found`. Write `-` if the page has a dash; leave the field out if the cell is blank.",
);
const description = text(
  "The vendor's description of this code, as Markdown: paragraphs, lists, `code`, **strong**, *emphasis*, [links](https://example.com).",
);
const other = z
  .record(z.string(), text("The text of this cell, as Markdown."))
  .meta({
    description: "The cells of the columns with the role `other`: a mapping from column header to text.",
  })
  .optional();

/** Some columns of the page have no header. */
const header = () => text('The column\'s header on the page; `""` if the page has none.', /^$|\S/);

const spans = z.array(z.union([z.enum(columnRoles), z.strictObject({ other: header() })]));
const entrySpans = spans
  .meta({
    description:
      "The columns whose cell is blank in this row because the cell above spans it. Each item is a role or `other:` with a header. Default: the `spans` of the table.",
  })
  .optional();

const statusCodeEntry = z.strictObject({
  code: codeText(
    "The HTTP status code: three digits from 100 to 599. Also allowed, if the page has them: a list (`400/404`), which gives a member for each code, and a class (`4xx`), a word for the rest (`default`) or a dash, which give no member.",
    patterns.statusCode,
    { minimum: 100, maximum: 599, multipleOf: 1 },
  ),
  name,
  message: message.optional(),
  description,
  other,
  spans: entrySpans,
  retired,
  deviations: z
    .strictObject({ message: deviation, description: deviation })
    .partial()
    .meta({ description: deviations })
    .optional(),
});

const errorCodeEntry = z.strictObject({
  code: codeText(
    "The error code as the service sends it, for example `APIG.2000`. A dash stands for errors without a code and gives no member.",
  ),
  name,
  status: codeText(
    "The HTTP status that comes with this code, as the page writes it: `400`, `400/404`, `404 Not Found`, `4xx`; `-` or `N/A` if there is none.",
    patterns.status,
    { minimum: 100, maximum: 599, multipleOf: 1 },
  ).optional(),
  module: text("The part of the service that the page lists the entry under.").optional(),
  message: message.optional(),
  description: description.optional(),
  solution: text("What the vendor recommends to do about the error, as Markdown.").optional(),
  other,
  spans: entrySpans,
  retired,
  deviations: z
    .strictObject({ message: deviation, description: deviation, solution: deviation })
    .partial()
    .meta({ description: deviations })
    .optional(),
});

const column = z.union([
  text(
    "The column's header, if it is one of the known headers, such as `Status Code`, `Message` or `Description`.",
  ),
  z
    .strictObject(Object.fromEntries(columnRoles.map((role) => [role, header().optional()])))
    .refine((roles) => Object.values(roles).filter((header) => header !== undefined).length === 1, {
      when: ({ issues }) => issues.length === 0,
    })
    .meta({
      description:
        "The column's role and header, for a header that is not a known one, for example `message: Notice`.",
      minProperties: 1,
      maxProperties: 1,
    }),
]);

const tableFields = {
  before: verbatim(
    "The text on the page before this table and its lead that is not about the table: reStructuredText, copied verbatim. Default: none.",
  ).optional(),
  section: text("The heading above the table, as Markdown. Default: none.").optional(),
  item: text(
    "The text of the list item that contains the table, as Markdown, for example `Normal`. Default: the table is not in a list.",
  ).optional(),
  label: text(
    "The table's label on the page, for example `table123`. A label without `__` is completed to `<page id>__<label>`. Default: the table has no label.",
  ).optional(),
  title: text(
    "The table's title without its number, as Markdown. Default: the table has no title.",
  ).optional(),
  number: codeText(
    "The number in the table's title; `0` for a title without a number. Default: the table's position among the tables with a title, from 1.",
    /^[0-9]+$/,
    { minimum: 0, multipleOf: 1 },
  ).optional(),
  lead: text(
    "The text above the table, as Markdown; `{table}` is the reference to the table. Default: none.",
  ).optional(),
  indent: codeText(
    "The number of columns by which the table is indented on the page, from 1 to 999. Default: determined by `item`.",
    /^[1-9][0-9]{0,2}$/,
    { minimum: 1, maximum: 999, multipleOf: 1 },
  ).optional(),
  headless: z
    .boolean()
    .meta({
      description:
        "Whether the headers are in an ordinary row on the page, the first of the table: `true` or `false`. Default: `false`.",
    })
    .optional(),
  columns: z.array(column).min(1).meta({
    description:
      "The columns, in the page's order: each a known header such as `Status Code`, or a role with a header, such as `message: Notice`.",
  }),
  spans: spans
    .min(1)
    .meta({
      description:
        "The columns whose cells span rows: the page leaves a cell blank if the entry has the same text as the one above. Each item is a role or `other:` with a header. Default: none.",
    })
    .optional(),
};

const statusCodeTable = z.strictObject({
  kind: z.literal("status-codes").meta({ description: "`status-codes` for a table of HTTP status codes." }),
  ...tableFields,
  entries: z.array(statusCodeEntry).min(1).meta({ description: "The rows, in the page's order." }),
});

const errorCodeTable = z.strictObject({
  kind: z
    .literal("error-codes")
    .meta({ description: "`error-codes` for a table of error codes such as `APIG.2000`." }),
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
            description:
              "The folder and import subpath of the service: lower case letters, digits and single hyphens, beginning with a letter, at most 100 characters.",
            examples: ["apig"],
          }),
        name: text("The service's name for people, as plain text, for example `API Gateway`."),
        prefix: z
          .string()
          .regex(patterns.prefix)
          .meta({
            description:
              "The beginning of the generated names: letters and digits, beginning with a capital letter. Default: made from the id.",
            examples: ["FunctionGraph"],
          })
          .optional(),
      })
      .meta({ description: "The service that the codes belong to." }),
    page: z
      .strictObject({
        id: z.string().regex(patterns.pageId).meta({
          description:
            "The page's original file name without `.html`, for example `status-codes`: letters, digits, dots, hyphens and underscores, at most 100 characters.",
        }),
        label: text("The page's label. Default: the page's id.").optional(),
        title: text("The page's title, as Markdown."),
        source: z
          .string()
          .regex(patterns.source)
          .meta({
            description:
              "Where the page was read from: its path relative to the project, with `/` as separator, or its URL. `import` records it, uses it to find the page's spec, and leaves a URL as it is if the page is imported from a file. Default: not recorded.",
            examples: ["pages/status_codes.rst"],
          })
          .optional(),
        permalink: z
          .string()
          .regex(patterns.permalink)
          .meta({
            description:
              "The https URL of the page in exactly this revision, so that anyone can repeat the proof, for example `https://example.com/blob/1f3a9c0/codes.rst`. It is linked from the generated code and documentation. `import` removes it if the page has changed. Default: not recorded.",
          })
          .optional(),
        digest: z
          .string()
          .regex(patterns.digest)
          .meta({
            description:
              "The SHA-256 of the transcribed page: `sha256:` and 64 lower case hexadecimal digits. Leave it out if there is no page.",
          })
          .optional(),
        top: z
          .string()
          .meta({
            description:
              'The text above the page\'s title: reStructuredText, copied verbatim; `""` for none. Default: `:original_name:` and the label.',
          })
          .optional(),
        after: verbatim(
          "The text after the page's last table: reStructuredText, copied verbatim. Default: none.",
        ).optional(),
      })
      .meta({ description: "The vendor's page that this spec transcribes." }),
    tables: z
      .array(z.discriminatedUnion("kind", [statusCodeTable, errorCodeTable]))
      .min(1)
      .meta({ description: "The page's tables of codes, in the page's order." }),
  })
  .meta({
    title: "statusgen spec",
    description: "A transcription of one vendor page of status or error codes.",
  });

/**
 * What people say about an entry, and no page does. Import leaves it as it is, like the whole of `service`
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

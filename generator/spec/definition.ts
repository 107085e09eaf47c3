import * as z from "zod";
import { columnRoles, knownHeaders } from "./columns.js";
import { entryDefinition, header, spans } from "./entryDefinition.js";
import { builtInFields, declaredIn, type Field, pageFields, type TableKind } from "./fields.js";
import type { YamlSource } from "./yamlSource.js";
import { newError, newStatus, snippet } from "./snippets.js";
import { codeText, patterns, text, verbatim } from "./textSchemas.js";

const columnDefinition = (roles: readonly string[], headers: readonly string[] = []) =>
  z.union([
    text(
      "The column's header, if it is one of the known headers, such as `Status Code`, `Message` or `Description`.",
    ).meta({ examples: [...headers] }),
    z
      .strictObject(Object.fromEntries(roles.map((role) => [role, header().optional()])))
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
    "The text on the page before this table and its lead that is not about the table, copied verbatim. Default: none.",
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
    patterns.number,
    { minimum: 0, multipleOf: 1 },
  ).optional(),
  lead: text(
    "The text above the table, as Markdown; `{table}` is the reference to the table. Default: none.",
  ).optional(),
  indent: codeText(
    "The number of columns by which the table is indented on the page, from 1 to 999. Default: determined by `item`.",
    patterns.indent,
    { minimum: 1, maximum: 999, multipleOf: 1 },
  ).optional(),
  headless: z
    .boolean()
    .meta({
      description:
        "Whether the headers are in an ordinary row on the page, the first of the table: `true` or `false`. Default: `false`.",
    })
    .optional(),
  columns: z
    .array(columnDefinition(columnRoles))
    .min(1)
    .meta({
      description:
        "The columns, in the page's order: each a known header such as `Status Code`, or a role with a header, such as `message: Notice`. Default, for a spec without a page: a column for each field that an entry has.",
    })
    .optional(),
  spans: spans
    .min(1)
    .meta({
      description:
        "The columns whose cells span rows: the page leaves a cell blank if the entry has the same text as the one above. Each item is a role or `other:` with a header. Default: none.",
    })
    .optional(),
};

const names = z
  .enum(["message", "code"])
  .meta({
    description:
      "What the codes are named after in TypeScript, if an entry gives no `name`: `message` or `code`. Default: that of the service, else `message` for status codes and `code` for error codes.",
  })
  .optional();

const values = z
  .enum(["text", "number"])
  .meta({
    description:
      "What the codes are on the wire: `text`, or `number` for whole numbers such as `10003`, `-32601` and `0x80070005`. Default: `text`.",
  })
  .optional();

const serviceId = z
  .string()
  .regex(patterns.serviceId)
  .meta({
    description:
      "The folder and import subpath of the service: lower case letters, digits and single hyphens, beginning with a letter, at most 100 characters.",
    examples: ["apig"],
  });

export const serviceDefinition = z
  .strictObject({
    id: serviceId,
    name: text(
      "The service's name for people, as plain text, for example `API Gateway`. One spec of the service gives it, or the config.",
    ).optional(),
    prefix: z
      .string()
      .regex(patterns.prefix)
      .meta({
        description:
          "The beginning of the generated names: letters and digits, beginning with a capital letter. Default: made from the id.",
        examples: ["FunctionGraph"],
      })
      .optional(),
    names: names.meta({
      description:
        "What the codes of tables that do not say it are named after: `message` or `code`. Default: `message` for status codes and `code` for error codes.",
    }),
  })
  .meta({ description: "The service that the codes belong to, with its name." });

/** What a spec says of its service, if not its id alone. */
export type SaidService = z.infer<typeof serviceDefinition>;

export const pageDefinition = z
  .strictObject({
    id: z.string().regex(patterns.pageId).meta({
      description:
        "The page's original file name without `.html`, for example `status-codes`: letters, digits, dots, hyphens and underscores, at most 100 characters.",
    }),
    label: text("The page's label. Default: the page's id.").optional(),
    title: text("The page's title, as Markdown."),
    format: z
      .string()
      .regex(patterns.format)
      .meta({
        description:
          "The format of the page, if it is not reStructuredText: `markdown`, `html`, `csv`, or the name of a reader of your own. Default: the page is reStructuredText.",
      })
      .optional(),
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
          "The SHA-256 of the transcribed page: `sha256:` and 64 lower case hexadecimal digits. Default: not recorded.",
      })
      .optional(),
    top: z
      .string()
      .meta({
        description:
          'The text above the page\'s title, copied verbatim; `""` for none. Default: nothing, or in reStructuredText `:original_name:` and the label.',
      })
      .optional(),
    after: verbatim("The text after the page's last table, copied verbatim. Default: none.").optional(),
  })
  .meta({ description: "The vendor's page that this spec transcribes. Default: the codes are on no page." });

/**
 * The spec language of a project: what validates a spec, and what `generated/schema/spec.schema.json` tells an
 * editor, are both made from this one definition.
 *
 * @param fields what entries can say: the built-in fields and those that the project declares
 */
export function defineSpec(fields: readonly Field[] = builtInFields) {
  const known = definitions.get(fields) ?? makeDefinition(fields);
  definitions.set(fields, known);
  return known;
}

/** Each spec of a project asks for it. */
const definitions = new WeakMap<readonly Field[], ReturnType<typeof makeDefinition>>();

function makeDefinition(fields: readonly Field[]) {
  const declared = declaredIn(fields).map(({ name }) => name);
  const columnsOf = (kind: TableKind) =>
    z
      .array(columnDefinition([...columnRoles, ...declared], Object.values(knownHeaders[kind]).flat()))
      .min(1)
      .meta(tableFields.columns.unwrap().meta() ?? {})
      .optional();
  return z
    .strictObject({
      service: z.union([serviceDefinition, serviceId]).meta({
        description:
          "The service that the codes belong to: its id and name, or its id alone if another spec or the config gives the name. All specs with one id are one service.",
      }),
      page: pageDefinition.optional(),
      tables: z
        .array(
          z.discriminatedUnion("kind", [
            z
              .strictObject({
                kind: z
                  .literal("status-codes")
                  .meta({ description: "`status-codes` for a table of HTTP status codes." }),
                ...tableFields,
                columns: columnsOf("status-codes"),
                names,
                entries: entriesOf(
                  entryDefinition("status-codes", fields).meta(snippet("a status code", newStatus)),
                ),
              })
              .meta(snippet("a table of HTTP status codes", { kind: "status-codes", entries: [newStatus] })),
            z
              .strictObject({
                kind: z
                  .literal("error-codes")
                  .meta({ description: "`error-codes` for a table of error codes such as `APIG.2000`." }),
                ...tableFields,
                columns: columnsOf("error-codes"),
                names,
                values,
                entries: entriesOf(
                  entryDefinition("error-codes", fields).meta(snippet("an error code", newError)),
                ),
              })
              .meta(snippet("a table of error codes", { kind: "error-codes", entries: [newError] })),
          ]),
        )
        .min(1)
        .meta({ description: "The tables of codes, in the page's order." }),
    })
    .meta({
      description: "Status or error codes of a service: those of one page, or a list of one's own.",
    });
}

function entriesOf<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).min(1).meta({ description: "The rows, in the page's order." });
}

/** The keys that a page says: import writes them, and removes those that the page no longer says. */
export const fieldsOfPage = {
  page: Object.keys(pageDefinition.shape),
  table: ["kind", ...Object.keys(tableFields)],
  entry: ["code", ...pageFields.map(({ name }) => name), "other", "spans"],
};

/** A validated spec: one YAML file of codes. */
export type Spec = z.infer<ReturnType<typeof makeDefinition>>;
/** A spec that transcribes a page. */
export type PageSpec = Spec & { readonly page: NonNullable<Spec["page"]> };
export type SpecTable = Spec["tables"][number];
export type SpecEntry = SpecTable["entries"][number];
export type SpecColumn = NonNullable<SpecTable["columns"]>[number];

/** What a spec says of its service; an id alone refers to what another spec or the config says. */
export function serviceSaidIn({ service }: Pick<Spec, "service">): SaidService {
  return typeof service === "string" ? { id: service } : service;
}

/** The spec that a YAML source holds, or what is wrong with its shape. */
export function parseSpec(
  { data }: Pick<YamlSource, "data">,
  fields?: readonly Field[],
): { spec: Spec } | { error: z.ZodError } {
  const result = defineSpec(fields).safeParse(data);
  return result.success ? { spec: result.data } : { error: result.error };
}

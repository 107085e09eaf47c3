/** The kinds of code tables: HTTP status codes, or a service's own error codes. */

export type TableKind = "status-codes" | "error-codes";

/**
 * What a field's value is:
 *
 * - `status`: HTTP statuses as a page writes them, such as `400/404`.
 * - `plain`: a text of one line.
 * - `phrase`: a text of one line that is Markdown in a spec, and plain text everywhere else.
 * - `markdown`: a text as Markdown.
 * - `boolean`: `true` or `false`.
 * - `url`: an http or https URL.
 * - `choice`: one of the field's `values`.
 * - `code`: a code of the same service and kind.
 */
type FieldType = "status" | "plain" | "phrase" | "markdown" | "boolean" | "url" | "choice" | "code";

/** One thing that an entry can say of its code. */
export interface Field {
  /** Its key in a spec and in everything that is generated. */
  readonly name: string;
  /** The kinds of tables whose entries can have it. */
  readonly kinds: readonly TableKind[];
  /** The kinds of tables whose entries must have it. Default: none. */
  readonly required?: readonly TableKind[];
  /** What its values are. */
  readonly type: FieldType;
  /** The values to choose from, if the type is `choice`. */
  readonly values?: readonly string[];
  /** How much a change of it matters to users of the generated code. Default: a fix. */
  readonly level?: "breaking" | "feature" | "fix" | "none";
  /** Who says it. Import writes what the page says, and leaves alone what people say. */
  readonly owner: "page" | "people";
  /** Its name for people: the header of its column in the docs, its label elsewhere. */
  readonly title: string;
  /** What an editor and the reference of the spec say about it, as Markdown. */
  readonly description: string;
  /** What the generated code says about it. */
  readonly doc: string;
}

/**
 * The fields of the spec language, in the order in which a person writes them. The definition, the rules, import,
 * diff and all emitters take them from here. Keys that are not values, such as `code`, `name` and `retired`, are
 * in the definition.
 */
export const builtInFields = [
  {
    name: "status",
    kinds: ["error-codes"],
    type: "status",
    owner: "page",
    title: "HTTP status",
    description:
      "The HTTP status that comes with this code, as the page writes it: `400`, `400/404`, `404 Not Found`, `4xx`; `-` or `N/A` if there is none.",
    doc: "The HTTP status, as the page writes it.",
  },
  {
    name: "module",
    kinds: ["error-codes"],
    type: "plain",
    owner: "page",
    title: "Module",
    description: "The part of the service that the page lists the entry under.",
    doc: "The part of the service that the page lists the code under.",
  },
  {
    name: "message",
    kinds: ["status-codes", "error-codes"],
    type: "phrase",
    owner: "page",
    title: "Message",
    description:
      "The message on the vendor's page, as Markdown, for example `Not Found`. Write `-` if the page has a dash; leave the field out if the cell is blank.",
    doc: "The message, as plain text.",
  },
  {
    name: "description",
    kinds: ["status-codes", "error-codes"],
    required: ["status-codes"],
    type: "markdown",
    owner: "page",
    title: "Description",
    description:
      "The vendor's description of this code, as Markdown: paragraphs, lists, `code`, **strong**, *emphasis*, [links](https://example.com).",
    doc: "The description, as Markdown.",
  },
  {
    name: "solution",
    kinds: ["status-codes", "error-codes"],
    type: "markdown",
    owner: "page",
    title: "Solution",
    description: "What the vendor recommends to do about the error, as Markdown.",
    doc: "What to do about it, as Markdown.",
  },
  {
    name: "replacedBy",
    kinds: ["status-codes", "error-codes"],
    type: "code",
    owner: "people",
    title: "Replaced by",
    description:
      "The code of the same service that takes the place of this one, which is `retired`. Default: none.",
    doc: "The code that takes its place.",
  },
] as const satisfies readonly Field[];

type BuiltInField = (typeof builtInFields)[number];

/** The built-in fields that the entries of a kind of table can have, and those that they must have. */
type FieldOf<Kind extends TableKind, Each = BuiltInField> = Each extends { kinds: readonly (infer Of)[] }
  ? Kind extends Of
    ? Each
    : never
  : never;
type RequiredOf<Kind extends TableKind, Each = BuiltInField> = Each extends {
  required: readonly (infer Of)[];
}
  ? Kind extends Of
    ? Each
    : never
  : never;
type ValueOf<Type extends FieldType> = Type extends "boolean"
  ? boolean
  : Type extends "code"
    ? string | number
    : string;

/** The values of the built-in fields that the entries of a kind of table have, by name. */
export type FieldValues<Kind extends TableKind> = {
  readonly [Each in RequiredOf<Kind> as Each["name"]]: ValueOf<Each["type"]>;
} & {
  readonly [Each in Exclude<FieldOf<Kind>, RequiredOf<Kind>> as Each["name"]]?: ValueOf<Each["type"]>;
};
export type FieldValue = string | boolean | number;

/** The fields that a column of a page can hold. */
export const pageFields = builtInFields.filter(
  (field: Field): field is Extract<BuiltInField, { owner: "page" }> => field.owner === "page",
);

/** The fields that entries of a kind of table can have. */
export function fieldsOf(kind: TableKind, fields: readonly Field[]): Field[] {
  return fields.filter(({ kinds }) => kinds.includes(kind));
}

/** The fields that a project declares. */
export function declaredIn(fields: readonly Field[]): Field[] {
  const builtIn: readonly Field[] = builtInFields;
  return fields.filter((field) => !builtIn.includes(field));
}

/** What a page has in a column for `true` and for `false`. */
export const booleanWords: readonly string[] = ["Yes", "No"];

/** Whether a spec can correct what the page says in the field. */
export function isCorrectable({ owner, type }: Field): boolean {
  return owner === "page" && (type === "phrase" || type === "markdown");
}

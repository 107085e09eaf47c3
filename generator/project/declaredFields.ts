import { builtInFields, type Field } from "../spec/fields.js";

/** The types of declared fields; a list of texts is a field with one of them. */
export const declaredTypes = ["boolean", "string", "url"] as const;
type DeclaredType = (typeof declaredTypes)[number] | readonly [string, ...string[]];

/** A field that a project declares for its entries. */
interface DeclaredField {
  /** `boolean`, `string`, `url`, or the texts to choose from. */
  readonly type: DeclaredType;
  /** Its name for people, such as the header of its column. Default: made from its name. */
  readonly title?: string;
  /** What it says, for the editor and the generated code. Default: its title. */
  readonly description?: string;
  /** How `diff` rates a change of it. Default: `fix`. */
  readonly level?: NonNullable<Field["level"]>;
}

/** Declared fields by name; a type alone stands for a field of that type. */
export type DeclaredFields = Readonly<Record<string, DeclaredType | DeclaredField>>;

/** All that the entries of a project can say: the built-in fields, and the declared ones after them. */
export function fieldsWith(declared: DeclaredFields): readonly Field[] {
  const known = fieldsOf.get(declared) ?? [
    ...builtInFields,
    ...Object.entries(declared).map(([name, field]) => declaredField(name, field)),
  ];
  fieldsOf.set(declared, known);
  return known;
}

/** What depends on the fields is made once for each list of them. */
const fieldsOf = new WeakMap<DeclaredFields, readonly Field[]>();

function declaredField(name: string, declared: DeclaredType | DeclaredField): Field {
  const { type, title, description, level } = isType(declared) ? { type: declared } : declared;
  const words = title ?? titleFrom(name);
  const isChoice = typeof type !== "string";
  return {
    name,
    kinds: ["status-codes", "error-codes"],
    type: isChoice ? "choice" : type === "string" ? "plain" : type,
    ...(isChoice && { values: type }),
    ...(level && { level }),
    owner: "people",
    title: words,
    description: description ?? `${words}.`,
    doc: description ?? `${words}.`,
  };
}

function isType(declared: DeclaredType | DeclaredField): declared is DeclaredType {
  return typeof declared === "string" || Array.isArray(declared);
}

/** @example titleFrom("retryAfter") // "Retry after" */
function titleFrom(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Whether a name can be that of a declared field: it is a property in TypeScript and JSON, and the name of its lookup,
 * such as `isOrdersRetryable`, is none that another service's TypeScript can have, such as `ordersRetryPage`.
 */
export function isFieldName(name: string): boolean {
  const words = name.charAt(0).toUpperCase() + name.slice(1);
  const isTaken = [...builtInFields.map((field) => field.name), ...keysOfEntries].includes(name);
  return /^[a-z][A-Za-z0-9]*$/.test(name) && !isTaken && !otherExports.test(words);
}

/** Two lookups of different services have one name if the name of one field ends in that of another. */
export function endsInAnother(names: readonly string[]): boolean {
  const words = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return words.some((one) => words.some((other) => one !== other && one.endsWith(other)));
}

const otherExports = /(?:Pages?|Service)$|(?:Status|Error)(?:Code|Message|Description|Entr)/;

const keysOfEntries = [
  ...["code", "name", "other", "spans", "retired", "deviations"],
  ...["kind", "value", "values", "cells", "constructor", "prototype"],
];

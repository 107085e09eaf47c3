import { type Entry, type Field, type Service, valueOf } from "./catalogue.js";
import { errorCodesOf, statusCodesOf } from "./codes.js";
import { variablePrefix } from "./names.js";

export type ServiceNames = ReturnType<typeof serviceNames>;

/** What the exports of a service's TypeScript are called. */
export function serviceNames({ prefix }: Pick<Service, "prefix">) {
  const variable = variablePrefix(prefix);
  return {
    pages: `${variable}Pages`,
    /** What the constants of members begin with. */
    statusConstant: `${variable}StatusCode`,
    errorConstant: `${variable}ErrorCode`,
    ...statusNames(prefix),
    ...errorNames(prefix),
  } as const;
}

function statusNames(prefix: string) {
  const variable = variablePrefix(prefix);
  return {
    service: `${variable}Service`,
    statusCode: `${prefix}StatusCode`,
    statusCodeValue: `${prefix}StatusCodeValue`,
    isStatusCode: `is${prefix}StatusCode`,
    statusMessages: `${variable}StatusMessages`,
    statusDescriptions: `${variable}StatusDescriptions`,
    statusMessage: `${variable}StatusMessage`,
    statusDescription: `${variable}StatusDescription`,
    statusEntry: `${prefix}StatusEntry`,
    statusEntries: `${variable}StatusEntries`,
    statusEntryOf: `${variable}StatusEntry`,
    statusEntryByName: `${variable}StatusEntryByName`,
    statusEntryByMessage: `${variable}StatusEntryByMessage`,
  } as const;
}

function errorNames(prefix: string) {
  const variable = variablePrefix(prefix);
  return {
    errorCode: `${prefix}ErrorCode`,
    errorCodeValue: `${prefix}ErrorCodeValue`,
    isErrorCode: `is${prefix}ErrorCode`,
    errorEntry: `${prefix}ErrorEntry`,
    errorEntries: `${variable}ErrorEntries`,
    errorEntriesOf: `${variable}ErrorEntriesOf`,
    errorEntryOf: `${variable}ErrorEntry`,
    errorEntriesByName: `${variable}ErrorEntriesByName`,
    errorEntriesByMessage: `${variable}ErrorEntriesByMessage`,
  } as const;
}

/** All that a service's TypeScript exports. */
export function exportedNames(service: Omit<Service, "specs">): string[] {
  const { pages, statusConstant, errorConstant } = serviceNames(service);
  const [status, errors] = [statusCodesOf(service), errorCodesOf(service)];
  return [
    pages,
    ...(status.length > 0 ? Object.values(statusNames(service.prefix)) : []),
    ...status.map(({ name }) => `${statusConstant}${name}`),
    ...(errors.length > 0 ? Object.values(errorNames(service.prefix)) : []),
    ...errors.map(({ name }) => `${errorConstant}${name}`),
    ...lookupFields(service).map((field) => fieldLookup(service.prefix, field)),
  ];
}

/** The fields of which a service's TypeScript has lookups: verdicts and choices that any of its entries says. */
export function lookupFields({ fields, tables }: Omit<Service, "specs">): Field[] {
  const entries: readonly Entry[] = tables.flatMap((table): readonly Entry[] => table.entries);
  return fields.filter(
    (field) =>
      (field.type === "boolean" || field.type === "choice") &&
      entries.some((entry) => valueOf(entry, field) !== undefined),
  );
}

/** @example fieldLookup("Orders", { name: "retryable", type: "boolean" }) // "isOrdersRetryable" */
export function fieldLookup(prefix: string, { name, type }: Pick<Field, "name" | "type">): string {
  const words = name.charAt(0).toUpperCase() + name.slice(1);
  return type === "boolean" ? `is${prefix}${words}` : `${variablePrefix(prefix)}${words}`;
}

/**
 * With which prefixes of other services a service may share names: `fooStatusCodePages` is a code of `Foo`, and
 * the pages of `FooStatusCode`.
 *
 * @returns prefixes as variables begin
 * @example entangledPrefixes("FooStatusCode") // ["foo", "isFoo"]
 */
export function entangledPrefixes(prefix: string): string[] {
  return [...prefix.matchAll(/(?:Status|Error)Code/g)]
    .map(({ index }) => prefix.slice(0, index))
    .filter((shorter) => shorter !== "")
    .flatMap((shorter) => [variablePrefix(shorter), `is${shorter}`]);
}

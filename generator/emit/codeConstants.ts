import type { Service } from "../catalogue/catalogue.js";
import { type CodeSet, errorCodeSet, statusCodeSet } from "./codeSet.js";
import { constant } from "./constant.js";
import { serviceNames } from "./serviceNames.js";

/**
 * Each code of a service as a constant of its own, of which nothing but the literal is left in a
 * bundle. They have to be a module's first statements: esbuild puts no other in place of its name.
 *
 * @example export const apigStatusCodeNotFound = 404;
 */
export function codeConstants(service: Service): string[] {
  const { statusConstant, errorConstant } = serviceNames(service);
  return [
    ...constants(statusConstant, statusCodeSet(service)),
    ...constants(errorConstant, errorCodeSet(service)),
  ];
}

function constants(prefix: string, { members }: CodeSet): string[] {
  return members.map(({ name, literal, summary }) => {
    return constant({ name: `${prefix}${name}`, doc: summary, value: literal });
  });
}

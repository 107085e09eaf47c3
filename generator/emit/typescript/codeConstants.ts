import type { ServiceNames } from "../api.js";
import { constant } from "./constant.js";
import type { CodeSet } from "./codeSet.js";

/**
 * Each code of a service as a constant of its own, of which nothing but the literal is left in a
 * bundle. They have to be a module's first statements: esbuild puts no other in place of its name.
 *
 * @example export const apigStatusCodeNotFound = 404;
 */
export function codeConstants(names: ServiceNames, status: CodeSet, errors: CodeSet): string[] {
  return [...constants(names.statusConstant, status), ...constants(names.errorConstant, errors)];
}

function constants(prefix: string, { members }: CodeSet): string[] {
  return members.map(({ name, literal, constantDoc }) => {
    return constant({ name: `${prefix}${name}`, doc: constantDoc, value: literal });
  });
}

/**
 * Marks what a config can hold beside data: emitters and rules that people wrote. It is the same in each copy of
 * this module: that of the command, and one that a project has installed.
 */
export const defined: unique symbol = Symbol.for("statusgen.defined") as never;

/** What a function such as `defineEmitter` gives. */
export interface Defined<Kind extends string = string> {
  /** @internal */
  readonly [defined]: Kind;
}

export function isDefined<Kind extends string>(value: unknown, kind?: Kind): value is Defined<Kind> {
  if (typeof value !== "object" || value === null || !(defined in value)) return false;
  return kind === undefined || value[defined] === kind;
}

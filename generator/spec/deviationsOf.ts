import type { SpecEntry } from "./definition.js";

/** Where the spec corrects the vendor's text. */
export interface SpecDeviation {
  /** The field of the entry that is corrected: `message`, `description` or `solution`. */
  readonly field: string;
  /** What the page says, as Markdown. */
  readonly original: string;
  /** Why the spec differs from the page. */
  readonly reason: string;
}

/** The deviations of an entry, in the order of the fields: the message, the description, the solution. */
export function deviationsOf({ deviations = {} }: SpecEntry): SpecDeviation[] {
  return Object.entries(deviations).flatMap(([field, deviation]) =>
    deviation === undefined
      ? []
      : [{ field, original: deviation.original.trimEnd(), reason: deviation.reason.trimEnd() }],
  );
}

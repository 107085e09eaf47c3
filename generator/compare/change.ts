import type { Path } from "../spec/yamlSource.js";

/**
 * The effect of a change on users of the generated code:
 *
 * - `breaking`: code that compiled may no longer compile. A member, an import path or the prefix of the
 *   generated names is gone or renamed.
 * - `feature`: a code was added, or retired (its member stays).
 * - `fix`: the members are the same, but the generated TypeScript or JSON differs.
 * - `none`: the generated TypeScript and JSON are the same, except for the headers of the files.
 */
export type Level = "breaking" | "feature" | "fix" | "none";

/** The levels from the greatest to the least. */
export const levels = ["breaking", "feature", "fix", "none"] as const satisfies readonly Level[];

/**
 * What can change between two states of a service, and the level of each kind of change. A change of level
 * `none` is a fix if it changes what is generated: a table's label is in the JSON, and a page's is not.
 */
export const changeKinds = {
  "service-removed": { level: "breaking", summary: "A service was removed." },
  "service-id-changed": {
    level: "breaking",
    summary: "The id of a service changed, and so did its import path.",
  },
  "prefix-changed": { level: "breaking", summary: "The prefix of a service's generated names changed." },
  removed: { level: "breaking", summary: "A code and its member were removed." },
  renamed: { level: "breaking", summary: "The member of a code was renamed." },
  "value-changed": {
    level: "breaking",
    summary: "The value of an error code changed between text and number.",
  },
  "service-added": { level: "feature", summary: "A service was added." },
  added: { level: "feature", summary: "A code was added." },
  retired: { level: "feature", summary: "A code was retired; its member stays." },
  replaced: {
    level: "feature",
    summary: "A code was retired in favour of another of the service; its member stays.",
  },
  revived: { level: "feature", summary: "A code is no longer retired." },
  "row-added": { level: "fix", summary: "A row was added for a code that has other rows, or no member." },
  "row-removed": {
    level: "fix",
    summary: "A row was removed for a code that has other rows, or no member.",
  },
  "message-changed": { level: "fix", summary: "The message of a code changed." },
  reworded: { level: "fix", summary: "The words of a code's text changed." },
  "punctuation-changed": {
    level: "fix",
    summary: "Only punctuation, case or the space between words changed in a code's text.",
  },
  "status-changed": { level: "fix", summary: "The HTTP status of an error code changed." },
  "deviation-changed": { level: "fix", summary: "A recorded deviation from the page's text changed." },
  reordered: { level: "fix", summary: "The codes are in a different order, or in different tables." },
  "columns-changed": { level: "fix", summary: "The headers of a table's columns changed." },
  "table-title-changed": { level: "fix", summary: "The title of a table changed." },
  "title-changed": { level: "fix", summary: "The title of the page changed." },
  "page-renamed": { level: "fix", summary: "The page was renamed." },
  "name-changed": { level: "fix", summary: "The name of the service changed; its generated names stay." },
  "markup-changed": { level: "none", summary: "Only markup or white space changed in a code's text." },
  "label-changed": { level: "none", summary: "A label on the page changed." },
  "surroundings-changed": { level: "none", summary: "The text around the tables of a page changed." },
  "field-changed": { level: "none", summary: "A field changed that no other kind of change covers." },
} as const satisfies Record<string, { readonly level: Level; readonly summary: string }>;

export type ChangeKind = keyof typeof changeKinds;

/** One difference between two states of a service. */
export interface Change {
  /** What changed. */
  readonly kind: ChangeKind;
  /** The effect on users of the generated code. */
  readonly level: Level;
  /** Id of the service. */
  readonly service: string;
  /** The code that changed, if the change is about one. */
  readonly code?: string;
  /**
   * The field that changed. Of an entry: `message`, `description`, `solution`, or a column's header. If the
   * kind is `field-changed`, how to get to the field from the entry, or from the spec: `page.digest`.
   */
  readonly field?: string;
  /** The old value, as Markdown; absent if there was none. A value that is not text is JSON. */
  readonly before?: string;
  /** The new value; absent if there is none. */
  readonly after?: string;
  /** The changed row in the new state; absent if the change is not about a row, or the row was removed. */
  readonly row?: RowPlace;
  /** Where the field is in the data of the new spec, if the kind is `field-changed`. */
  readonly path?: Path;
}

/** The place of a row in its service. Both count from 0. */
export interface RowPlace {
  /** The number of the table, from 0. */
  readonly table: number;
  /** The number of the row in its table, from 0. */
  readonly entry: number;
}

/** What a change says beside its kind. */
type ChangeDetails = Omit<Change, "kind" | "level" | "service">;

/** Makes a change of one service. */
export type MakeChange = (kind: ChangeKind, details?: ChangeDetails) => Change;

export function makeChanges(service: string): MakeChange {
  return (kind, details = {}) => ({ kind, level: changeKinds[kind].level, service, ...details });
}

/** Tells whether a level is as great as another, or greater. */
export function isAtLeast(level: Level, other: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(other);
}

/** The greatest level of changes; `none` without any. */
export function greatestLevel(changes: readonly Change[]): Level {
  return levels.find((level) => changes.some((change) => change.level === level)) ?? "none";
}

/**
 * How much a change matters to people who use what is generated:
 *
 * - `breaking`: code that compiled may compile no longer. A member, an import path or the prefix of the
 *   generated names is gone or called something else.
 * - `feature`: there is more than before. An added code, or one that is retired from now on: its member stays.
 * - `fix`: the same members, other texts or HTTP statuses.
 * - `none`: nothing that is generated for programs is another. Labels, titles, columns, order, markup.
 */
export type Level = "breaking" | "feature" | "fix" | "none";

/** The levels from the greatest to the least. */
export const levels = ["breaking", "feature", "fix", "none"] as const satisfies readonly Level[];

/** What can change between two states of a service: the level of each kind of change, and what it is. */
export const changeKinds = {
  "service-removed": { level: "breaking", summary: "A service is there no more." },
  "service-id-changed": {
    level: "breaking",
    summary: "A service has another id, and so another import path.",
  },
  "prefix-changed": { level: "breaking", summary: "The generated names of a service have another prefix." },
  removed: { level: "breaking", summary: "A code is there no more, nor its member." },
  renamed: { level: "breaking", summary: "The member of a code has another name." },
  "service-added": { level: "feature", summary: "A service is new." },
  added: { level: "feature", summary: "A code is new." },
  retired: { level: "feature", summary: "A code is retired from now on; its member stays." },
  revived: { level: "feature", summary: "A code that was retired is so no more." },
  "row-added": {
    level: "fix",
    summary: "There is one more row of a code, or one that stands for no member.",
  },
  "row-removed": { level: "fix", summary: "A row is gone whose code has others, or stands for no member." },
  "message-changed": { level: "fix", summary: "A code has another message." },
  reworded: { level: "fix", summary: "A text of a code has other words." },
  "punctuation-changed": {
    level: "fix",
    summary: "A text of a code differs in punctuation, case or the space between words only.",
  },
  "status-changed": { level: "fix", summary: "An error code comes with another HTTP status." },
  "markup-changed": { level: "none", summary: "A text of a code differs in markup or white space only." },
  "deviation-changed": { level: "none", summary: "What a spec says of the page's own text is another." },
  reordered: { level: "none", summary: "The codes stand in another order." },
  "columns-changed": { level: "none", summary: "The columns of a table are headed otherwise." },
  "label-changed": { level: "none", summary: "A label of the page is another." },
  "table-title-changed": { level: "none", summary: "A table has another title." },
  "title-changed": { level: "none", summary: "The page has another title." },
  "page-renamed": { level: "none", summary: "The page has another name." },
  "name-changed": { level: "none", summary: "The service has another name; its generated names stay." },
  "surroundings-changed": { level: "none", summary: "What stands around the tables of a page is another." },
} as const satisfies Record<string, { readonly level: Level; readonly summary: string }>;

export type ChangeKind = keyof typeof changeKinds;

/** One difference between two states of a service. */
export interface Change {
  readonly kind: ChangeKind;
  readonly level: Level;
  /** Id of the service. */
  readonly service: string;
  /** The code that it is about, where it is about one. */
  readonly code?: string;
  /** The field of the entry that is another: `message`, `description`, `solution`, or a column's header. */
  readonly field?: string;
  /** What was there, as Markdown; absent where nothing was. */
  readonly before?: string;
  /** What is there now, as Markdown; absent where nothing is. */
  readonly after?: string;
  /** The row that it is about in the new state; absent where it is about none, or about one that is gone. */
  readonly row?: RowPlace;
}

/** Where a row stands in its service. Both count from 0. */
export interface RowPlace {
  readonly table: number;
  readonly entry: number;
}

/** What a change says beside its kind. */
type ChangeDetails = Omit<Change, "kind" | "level" | "service">;

/** Makes a change of one service. */
export type MakeChange = (kind: ChangeKind, details?: ChangeDetails) => Change;

/** Tells whether a level is as great as another, or greater. */
export function isAtLeast(level: Level, other: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(other);
}

/** The greatest level of changes; `none` without any. */
export function greatestLevel(changes: readonly Change[]): Level {
  return levels.find((level) => changes.some((change) => change.level === level)) ?? "none";
}

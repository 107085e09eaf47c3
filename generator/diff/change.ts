/**
 * How much a change matters to people who use what is generated:
 *
 * - `breaking`: code that compiled may compile no longer. A removed or renamed member.
 * - `feature`: there is more than before. An added code, or one that is retired from now on.
 * - `fix`: the same members, other texts or HTTP statuses.
 * - `none`: nothing that is generated for programs is another. Labels, titles, order, markup.
 */
export type Level = "breaking" | "feature" | "fix" | "none";

/** What can change between two states of a service, and the level of each kind of change. */
export const changeLevels = {
  "service-added": "feature",
  "service-removed": "breaking",
  added: "feature",
  removed: "breaking",
  retired: "feature",
  revived: "feature",
  renamed: "breaking",
  "message-changed": "fix",
  reworded: "fix",
  "punctuation-changed": "fix",
  "status-changed": "fix",
  "markup-changed": "none",
  reordered: "none",
  "columns-changed": "none",
  "label-changed": "none",
  "table-title-changed": "none",
  "title-changed": "none",
  "page-renamed": "none",
} as const satisfies Record<string, Level>;

export type ChangeKind = keyof typeof changeLevels;

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
}

/** The levels from the greatest to the least. */
export const levels: readonly Level[] = ["breaking", "feature", "fix", "none"];

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { EntryCounts } from "../spec/merge/mergeTables.js";

/** A value of a spec that changes. */
interface Change {
  readonly from: string;
  readonly to: string;
}

/** A spec as it is to be written. */
export interface PlannedSpec {
  /** The path or address of its page. */
  readonly page: string;
  /** Path of the spec, relative to the project. */
  readonly file: string;
  readonly text: string;
  readonly state: "new" | "updated" | "unchanged";
  /** How many entries the import adds, alters, retires and keeps as they were. */
  readonly entries: EntryCounts;
  /** Whether the spec gives the page back, byte for byte, and so has its digest. */
  readonly isReproduced: boolean;
  /** Where the page has another id than the spec had. */
  readonly pageId?: Change;
  /** Where the page was read from another place than the spec recorded. */
  readonly source?: Change;
}

/** What comes of a page with code tables: a spec, or the reasons why there is none. */
export interface Outcome {
  /** The path or address of the page. */
  readonly page: string;
  readonly spec?: PlannedSpec;
  readonly diagnostics: readonly Diagnostic[];
  /** The spec that the diagnostics are about, where it is not what is on disk. */
  readonly refused?: { readonly file: string; readonly text: string };
}

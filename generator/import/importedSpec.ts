import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { EntryCounts } from "../spec/merge/mergeTables.js";

/** A value of a spec that changes. */
interface ValueChange {
  /** The old value. */
  readonly from: string;
  /** The new value. */
  readonly to: string;
}

/** A spec that was imported. */
export interface ImportedSpec {
  /** The path or URL of its page. */
  readonly page: string;
  /** Path of the spec, relative to the project. */
  readonly file: string;
  /** The whole text of the spec. */
  readonly text: string;
  /** How the text differs from the file that was there. */
  readonly state: "new" | "updated" | "unchanged";
  /** The number of entries that the import adds, alters, retires and keeps. */
  readonly entries: EntryCounts;
  /** Whether the spec reproduces the page byte for byte, and so records its digest. */
  readonly isReproduced: boolean;
  /** Present if the page's id differs from the one in the spec. */
  readonly pageId?: ValueChange;
  /** The permalink that is no longer in the spec, because the page has changed since. */
  readonly oldPermalink?: string;
  /** Present if the page was read from another place than the spec recorded. */
  readonly source?: ValueChange;
}

/** What comes of a page with code tables: a spec, or the reasons why there is none. */
export interface Outcome {
  /** The path or address of the page. */
  readonly page: string;
  readonly spec?: ImportedSpec;
  readonly diagnostics: readonly Diagnostic[];
  /** The spec that the diagnostics are about, where it is not what is on disk. */
  readonly refused?: { readonly file: string; readonly text: string };
}

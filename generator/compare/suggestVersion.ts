import type { Level } from "./change.js";

/** The part of a version that is to be raised. */
type Bump = "major" | "minor" | "patch" | "none";

/** The next semantic version, as far as it can be told. */
export interface SuggestedVersion {
  /** The part of the version to raise. */
  readonly bump: Bump;
  /** The version of the nearest `package.json`; absent if there is none. */
  readonly current?: string;
  /** The version after raising it. */
  readonly next?: string;
}

/**
 * The next version after changes of a level: breaking raises the major number, a feature the minor one, a
 * fix the patch. Before 1.0.0, as npm and Cargo read versions, `^0.1.0` admits every 0.1.x: there breaking
 * raises the minor number, and all else the patch. Of a pre-release, its release is the next where it is
 * raised enough.
 *
 * @see https://semver.org
 * @example suggestVersion("breaking", "0.1.0") // { bump: "minor", current: "0.1.0", next: "0.2.0" }
 */
export function suggestVersion(level: Level, current?: string): SuggestedVersion {
  const numbers = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[^+]+)?(?:\+.*)?$/.exec(current ?? "");
  if (!numbers || current === undefined) return { bump: bumps[level] };
  const [major, minor, patch] = numbers.slice(1, 4).map(BigInt) as [bigint, bigint, bigint];
  const bump = major === 0n ? bumpsBeforeOne[level] : bumps[level];
  const isPreRelease = numbers[4] !== undefined;
  return { bump, current, next: bump === "none" ? current : next() };

  function next(): string {
    if (bump === "major") {
      return isPreRelease && minor === 0n && patch === 0n ? `${major}.0.0` : `${major + 1n}.0.0`;
    }
    if (bump === "minor") {
      return isPreRelease && patch === 0n ? `${major}.${minor}.0` : `${major}.${minor + 1n}.0`;
    }
    return isPreRelease ? `${major}.${minor}.${patch}` : `${major}.${minor}.${patch + 1n}`;
  }
}

const bumps = { breaking: "major", feature: "minor", fix: "patch", none: "none" } as const;
const bumpsBeforeOne = { breaking: "minor", feature: "patch", fix: "patch", none: "none" } as const;

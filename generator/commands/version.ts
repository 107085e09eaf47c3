import manifest from "../package.json" with { type: "json" };

/** The version of this package. */
export const version: string = manifest.version;

/** Where the documentation of each rule is; the rule's id is its anchor. */
export const rulesUrl = `${manifest.homepage}/blob/main/docs/rules.md`;

import manifest from "./package.json" with { type: "json" };

/** The version of this package. */
export const version: string = manifest.version;

/** The address of the documentation's folder. */
export const docsUrl = `${manifest.homepage}/blob/main/docs`;

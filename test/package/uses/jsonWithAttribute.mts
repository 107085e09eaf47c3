// The data of a service, imported as modules of ECMAScript have it.
import apig from "otc-status-codes/json/apig.json" with { type: "json" };

export const id: string = apig.pages[0]?.id ?? "";
export const values: readonly number[] = apig.tables.flatMap((table) =>
  table.entries.map((entry) => entry.value),
);
// @ts-expect-error a page has no such property
export const none = apig.pages[0]?.none;

/** The formats that changes can be printed in. */
export const diffFormats = ["pretty", "json", "markdown", "github", "sarif"] as const;
export type DiffFormat = (typeof diffFormats)[number];

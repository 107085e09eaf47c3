import { readdirSync, readFileSync } from "node:fs";

/**
 * A page that tries to make import lose text. Its words tell where they belong: `r3w2` is a word of the
 * third row of the page's code tables, `s3w2` one that the rows below may repeat, `h1` is in a header or a
 * title, and `o1` outside of the tables.
 */
export interface HostilePage {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  /** The page as its next version has it. */
  readonly then?: string;
  /** What must become of it, where only one outcome is right. */
  readonly outcome?: "read" | "refused";
}

const folder = new URL("../fixtures/hostilePages/", import.meta.url);

/** The pages of all files; in a file, each follows a line such as `%%%% a name: refused`. */
export function hostilePages(): HostilePage[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => pagesOf(file.replace(/\.txt$/, ""), readFileSync(new URL(file, folder), "utf8")));
}

function pagesOf(kind: string, file: string): HostilePage[] {
  const pages: HostilePage[] = [];
  for (const part of file.split(/^%{4} /m).slice(1)) {
    const [, name = "", outcome] = /^(.+?)(?:: (read|refused))?\n/.exec(part) ?? [];
    const text = withCharacters(part.slice(part.indexOf("\n") + 1));
    const previous = name === "then" ? pages.pop() : undefined;
    if (previous) pages.push({ ...previous, then: text });
    else pages.push({ kind, name, text, ...((outcome === "read" || outcome === "refused") && { outcome }) });
  }
  return pages;
}

/** Characters that nobody sees, or that Git and editors change, are written as `<U+000D>`. */
function withCharacters(text: string): string {
  return text.replaceAll(/<U\+([0-9A-F]{4})>/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

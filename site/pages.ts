import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";

/** A page of the site, and the page of the repository that it is made of. */
interface Page {
  /** Its path in the repository. */
  readonly from: string;
  /** Its path on the site. */
  readonly to: string;
}

/**
 * Writes the pages of the site: the guides, the generated documents of the codes, and the changelog. A link between
 * them stays one; any other leads to the repository.
 *
 * @param root - the repository's folder
 * @param folder - where to write; what is there goes
 * @param repository - the address that paths in the repository are appended to
 */
export function writePages(
  root: string,
  folder: string,
  repository: string,
): void {
  const pages = [
    ...markdownBelow(join(root, "docs"))
      .filter((path) => !path.includes("/") && path !== "README.md")
      .map((path) => ({ from: `docs/${path}`, to: `guide/${path}` })),
    ...markdownBelow(join(root, "generated/docs")).map((path) => ({
      from: `generated/docs/${path}`,
      to: `codes/${path}`,
    })),
    { from: "CHANGELOG.md", to: "changelog.md" },
    { from: "SECURITY.md", to: "security.md" },
  ];
  const places = new Map(pages.map(({ from, to }) => [from, to]));
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, "site/home"), folder, { recursive: true });
  for (const page of pages) {
    const text = readFileSync(join(root, page.from), "utf8");
    write(join(folder, page.to), withLinks(text, page, places, repository));
  }
  write(
    join(folder, "public/comparison.svg"),
    readFileSync(join(root, "generated/docs/comparison.svg"), "utf8"),
  );
}

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .sort();
}

/** A page's text with its links to files of the repository as the site has them. */
function withLinks(
  text: string,
  { from, to }: Page,
  places: ReadonlyMap<string, string>,
  repository: string,
): string {
  return (
    text
      // The place of a code is no link, which would need a text.
      .replaceAll(/<a id="([^"]*)"><\/a>/g, '<span id="$1"></span>')
      // A picture that leads to itself is one that can be looked at by itself: the site has it once.
      .replaceAll(
        /\[(!\[[^\]]*\])\(\.\/([\w-]+\.svg)\)\]\(\.\/\2\)/g,
        "$1(/$2)",
      )
      .replaceAll(
        /(?<=\]\(|^\[[^\]]+\]: )(?![a-z]+:|[#/])([^)#\s]+)(#[^)\s]*)?/gm,
        (_, path: string, hash = "") => {
          const target = posix.join(posix.dirname(from), path);
          const place = places.get(target);
          if (place === undefined) return `${repository}/${target}${hash}`;
          const link = posix.relative(posix.dirname(to), place);
          return `${link.startsWith(".") ? link : `./${link}`}${hash}`;
        },
      )
  );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

import { createHash } from "node:crypto";
import { identifierFrom, variablePrefix } from "../catalogue/names.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import { pageIdOfFile } from "../page/pageIdOf.js";
import { type PageSpec, type SaidService, serviceDefinition } from "../spec/definition.js";
import { fileNameOf } from "../sources/pageSource.js";

interface NewPage {
  /** Its path or address. */
  readonly file: string;
  readonly page: Pick<PageSpec["page"], "id" | "title">;
}

/**
 * Services for pages of which nobody said whose they are, by the pages' paths: named after the page's
 * id. Vendors give pages of several services one id; those of one call are all told apart, by folder or
 * file, so that their names do not depend on their order.
 *
 * @param taken - services that exist
 * @example
 * ```ts
 * newServices([{ file: "vpc/error.rst", page: { id: "ErrorCode", title: "Error Codes" } }], []);
 * // Map { "vpc/error.rst" => { id: "errorcode", name: "Error Codes" } }
 * ```
 */
export function newServices(
  pages: readonly NewPage[],
  taken: readonly { readonly id: string; readonly prefix: string }[],
): ReadonlyMap<string, SaidService> {
  const services = new Map<string, SaidService>();
  const ids = new Set(taken.map(({ id }) => id));
  const prefixes = new Set(taken.map(({ prefix }) => variablePrefix(prefix)));
  for (const idOf of ways) {
    const open = pages.filter(({ file }) => !services.has(file));
    const wanted = new Map<string, number>();
    for (const page of open) wanted.set(prefixOf(idOf(page)), (wanted.get(prefixOf(idOf(page))) ?? 0) + 1);
    for (const page of open) {
      const id = idOf(page);
      const prefix = prefixOf(id);
      if (!isServiceId(id) || ids.has(id) || prefixes.has(prefix) || wanted.get(prefix) !== 1) continue;
      services.set(page.file, { id, name: markdownToText(page.page.title).trim() || id });
      ids.add(id);
      prefixes.add(prefix);
    }
  }
  return services;
}

/** The later, the longer. The last one does not fail. */
const ways: readonly ((page: NewPage) => string)[] = [
  ({ page }) => slugOf(page.id),
  ({ file, page }) => slugOf(`${folderNameOf(file)}-${page.id}`),
  ({ file, page }) => slugOf(`${page.id}-${pageIdOfFile(fileNameOf(file))}`),
  ({ file, page }) => slugOf(`${folderNameOf(file)}-${page.id}-${pageIdOfFile(fileNameOf(file))}`),
  ({ file, page }) => `${slugOf(page.id)}-${createHash("sha256").update(file).digest("hex").slice(0, 12)}`,
];

function folderNameOf(file: string): string {
  return file.split("/").at(-2) ?? "";
}

/** A text as a service's id: lower case, hyphens, beginning with a letter. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const lettered = /^[a-z]/.test(slug) ? slug : `page-${slug}`;
  return lettered.slice(0, 60).replace(/-+$/, "");
}

export function isServiceId(id: string): boolean {
  return serviceDefinition.shape.id.safeParse(id).success;
}

/** Services whose ids differ may still have one prefix, as `a-b` and `ab`. */
function prefixOf(id: string): string {
  return variablePrefix(identifierFrom(id));
}

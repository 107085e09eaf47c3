import type { Spec } from "../spec/definition.js";

/**
 * A service for a page of which nobody said whose it is: from the page's id, with the page's folder
 * where that is taken, since vendors call pages of several services by one name.
 *
 * @example serviceOf({ id: "ErrorCode", title: "Error Codes" }, "vpc/error.rst", new Set(["errorcode"])) // { id: "vpc-errorcode", … }
 */
export function serviceOf(
  { id, title }: Spec["page"],
  file: string,
  taken: ReadonlySet<string>,
): Spec["service"] {
  const folder = file.split(/[\\/]/).at(-2) ?? "";
  const own = slugOf(id);
  const candidates = [own, slugOf(`${folder}-${id}`)];
  for (let number = 2; number <= taken.size + 2; number++) candidates.push(`${own}-${number}`);
  return { id: candidates.find((each) => !taken.has(each)) ?? own, name: title };
}

/** A text as a service's id: lower case, hyphens, beginning with a letter. */
function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return slug.slice(0, 60).replace(/-+$/, "") || "page";
}

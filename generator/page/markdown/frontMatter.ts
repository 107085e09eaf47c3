import { isMap, parseDocument } from "yaml";

/** The front matter at the beginning of a page, which must be YAML: a line across the page begins like it. */
export function frontMatterOf(text: string): { readonly whole: string; readonly title?: string } | undefined {
  const [whole, yaml = ""] = /^---[ \t]*\n([^]*?)\n---[ \t]*(?=\n|$)/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const { contents, errors } = parseDocument(yaml);
  if (errors.length > 0 || !isMap(contents)) return undefined;
  const title: unknown = contents.get("title");
  return { whole, ...(typeof title === "string" && { title }) };
}

import type { PageService, WrittenPage } from "../catalogue/catalogue.js";
import { formats } from "./formats.js";
import { writeRst } from "./rst/writeRst.js";

/**
 * The page that a spec was made of, as the spec says it; `undefined` where its format cannot be written. Where the spec
 * has a digest, it is the page byte for byte.
 */
export function writePage(service: PageService): string | undefined {
  const written = writtenPage(service);
  return "text" in written ? written.text : undefined;
}

/** The page that a spec was made of, or why it cannot be written. */
export function writtenPage(service: PageService): WrittenPage {
  const { format, write } = service.page;
  if (write) return write(service);
  if (format === undefined) return { text: writeRst(service) };
  const builtIn = writers.get(format);
  return builtIn ? { text: builtIn(service) } : { reason: `no reader writes the format "${format}"` };
}

const writers = new Map(
  Object.entries(formats).flatMap(([format, known]) => ("write" in known ? [[format, known.write]] : [])),
);

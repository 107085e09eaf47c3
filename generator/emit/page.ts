import type { Service } from "../catalogue/catalogue.js";
import { writePage } from "../page/writePage.js";
import type { Emitter } from "./emitter.js";

/**
 * `pages/<page id>.rst` for each service: the vendor's page again, byte for byte. It is the one
 * kind of file without a header, which would change its digest.
 */
export const emitPage: Emitter = ({ services }) => {
  const names = fileNames(services);
  const files = services.map((service, index) => ({
    path: `pages/${names[index] ?? service.id}.rst`,
    text: writePage(service),
  }));
  return Promise.resolve(files);
};

/**
 * Vendors give pages of several services one name, such as `ErrorCode`; the files of those tell the
 * service too. That may be the name of a third page, whose file then tells its service as well.
 */
function fileNames(services: readonly Service[]): string[] {
  const tellsService = new Set<Service>();
  for (;;) {
    const names = services.map((service) => {
      const { id, page } = service;
      return tellsService.has(service) ? `${page.id}.${id}` : page.id;
    });
    // Names that tell the service differ, as no id has a dot in it.
    const clashes = clashing(names).flatMap((index) => services[index] ?? []);
    const more = clashes.filter((service) => !tellsService.has(service));
    if (more.length === 0) return names;
    for (const service of more) tellsService.add(service);
  }
}

/** The places of names that stand twice: disks that ignore case have one file for both spellings. */
function clashing(names: readonly string[]): number[] {
  const timesUsed = new Map<string, number>();
  for (const name of names) timesUsed.set(fold(name), (timesUsed.get(fold(name)) ?? 0) + 1);
  return names.flatMap((name, index) => ((timesUsed.get(fold(name)) ?? 0) > 1 ? [index] : []));
}

function fold(name: string): string {
  return name.toLowerCase();
}

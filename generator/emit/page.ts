import type { Service } from "../catalogue/catalogue.js";
import { writePage } from "../page/writePage.js";
import type { Emitter } from "./emitter.js";

/**
 * `pages/<page id>.rst` for each service: the vendor's page again, byte for byte. It is the one
 * kind of file without a header, which would change its digest.
 */
export const emitPage: Emitter = ({ services }) => {
  const timesUsed = new Map<string, number>();
  for (const { page } of services) timesUsed.set(fold(page.id), (timesUsed.get(fold(page.id)) ?? 0) + 1);
  const files = services.map((service) => ({
    path: `pages/${fileName(service, timesUsed.get(fold(service.page.id)) === 1)}.rst`,
    text: writePage(service),
  }));
  return Promise.resolve(files);
};

/** File systems that ignore case would have one file for `ErrorCode` and `errorcode`. */
function fold(pageId: string): string {
  return pageId.toLowerCase();
}

/** Vendors give pages of several services one name, such as `ErrorCode`; those tell the service too. */
function fileName({ id, page }: Service, isUnique: boolean): string {
  return isUnique ? page.id : `${page.id}.${id}`;
}

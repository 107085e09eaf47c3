import { createHash } from "node:crypto";
import { isOfPage, type PageService, type SpecService } from "../catalogue/catalogue.js";
import { writePage } from "./writePage.js";

/** `sha256:` and the SHA-256 of the page made from a service, to compare with its spec's digest; `undefined` where no page can be made. */
export function pageDigest(service: PageService): string | undefined {
  const text = writePage(service);
  return text === undefined ? undefined : digestOf(text);
}

/** `sha256:` and the SHA-256 of a page. */
export function digestOf(page: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(page).digest("hex")}`;
}

/** Whether the page made from a spec has the digest that the spec records. */
export function isProven(service: SpecService): boolean {
  return (
    isOfPage(service) && service.page.digest !== undefined && pageDigest(service) === service.page.digest
  );
}

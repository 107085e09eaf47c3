import { createHash } from "node:crypto";
import type { Service } from "../catalogue/catalogue.js";
import { writePage } from "./writePage.js";

/** `sha256:` and the SHA-256 of the page made from a service, to compare with its spec's digest. */
export function pageDigest(service: Service): string {
  return `sha256:${createHash("sha256").update(writePage(service)).digest("hex")}`;
}

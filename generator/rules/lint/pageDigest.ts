import { digestOf } from "../../page/pageDigest.js";
import { writtenPage } from "../../page/writePage.js";
import { isOfPage } from "../../catalogue/catalogue.js";
import { defineRule } from "../rule.js";

export const pageDigest = defineRule({
  id: "page-digest",
  stage: "lint",
  severity: "error",
  summary:
    "The page made from the spec differs from the transcribed page: its SHA-256 is not the spec's `digest`.",
  *check({ service }) {
    if (!isOfPage(service) || service.page.digest === undefined) return;
    const path = ["page", "digest"];
    const written = writtenPage(service);
    if ("reason" in written) {
      const message = `The page is not made again, so a digest proves nothing: ${written.reason}.`;
      yield { path, message, help: "Remove it; `verify --page` compares the spec with the page." };
      return;
    }
    const made = digestOf(written.text);
    if (made === service.page.digest) return;
    yield {
      path,
      message: `The spec no longer matches the page ${service.page.id}: the page made from it has the digest ${made}.`,
      help: "Undo the change, or record it as a deviation with the page's own text. If the page has a new version, give its digest. After `generate`, `git diff` of the page in the output folder's `pages` shows what differs.",
    };
  },
});

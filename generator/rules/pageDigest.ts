import { pageDigest as digestOf } from "../page/pageDigest.js";
import type { LintRule } from "./rule.js";

export const pageDigest = {
  id: "page-digest",
  stage: "lint",
  severity: "error",
  summary:
    "The page made from the spec is not the page that was transcribed: its SHA-256 is not the spec's `digest`.",
  *check({ service }) {
    const { digest } = service.page;
    if (digest === undefined) return;
    const made = digestOf(service);
    if (made === digest) return;
    yield {
      path: ["page", "digest"],
      message: `The spec no longer says what the page ${service.page.id} says: the page made from it has the digest ${made}.`,
      help: "Undo the change, or record it as a deviation with the page's own words; for a new version of the page, give its digest; without a page, leave the digest out. After `generate`, `git diff` of the page in the output folder's pages shows what differs.",
    };
  },
} satisfies LintRule;

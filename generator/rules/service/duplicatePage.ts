import { type CheckedPageSpec, hasPage, type ServiceRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const duplicatePage: ServiceRule = {
  id: "duplicate-page",
  stage: "service",
  severity: "error",
  summary: "Two specs of one service are of pages with the same id.",
  *check(specs) {
    const seen = new Map<string, CheckedPageSpec>();
    for (const spec of specs.filter(hasPage)) {
      const { id } = spec.service.page;
      const first = seen.get(id.toLowerCase());
      if (!first) {
        seen.set(id.toLowerCase(), spec);
        continue;
      }
      yield {
        spec,
        path: ["page", "id"],
        message: `${first.source.file} is the spec of the page "${shortened(id)}" of this service.`,
        help: "Keep one of the two specs, or give this one the id of its own service.",
        related: { spec: first, path: ["page", "id"], message: "The page is listed here first." },
      };
    }
  },
};

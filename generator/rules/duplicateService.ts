import { variablePrefix } from "../catalogue/names.js";
import type { CatalogueRule, CheckedSpec } from "./rule.js";
import { shortened } from "./shownValue.js";

export const duplicateService: CatalogueRule = {
  id: "duplicate-service",
  stage: "catalogue",
  severity: "error",
  summary: "Two specs have the same service id, or prefixes that give the same TypeScript names.",
  *check(specs) {
    yield* clashes(specs, "id", ({ service }) => service.id);
    yield* clashes(specs, "prefix", ({ service }) => variablePrefix(service.prefix));
  },
};

function* clashes(
  specs: readonly CheckedSpec[],
  field: "id" | "prefix",
  keyOf: (spec: CheckedSpec) => string,
) {
  const seen = new Map<string, CheckedSpec>();
  for (const spec of specs) {
    const first = seen.get(keyOf(spec));
    if (!first) {
      seen.set(keyOf(spec), spec);
      continue;
    }
    if (field === "prefix" && first.service.id === spec.service.id) continue;
    yield {
      spec,
      path: pathOf(spec, field),
      message: `The ${field} "${shortened(spec.service[field])}" is taken by ${first.source.file}.`,
      help: `Give one of the two services another \`${field}:\`.`,
      related: { spec: first, path: pathOf(first, field), message: `It stands here first.` },
    };
  }
}

function pathOf({ spec }: CheckedSpec, field: "id" | "prefix") {
  return ["service", field === "prefix" && spec.service.prefix === undefined ? "id" : field];
}

import { variablePrefix } from "../../catalogue/names.js";
import { entangledPrefixes, exportedNames } from "../../catalogue/serviceNames.js";
import type { CatalogueRule, CheckedSpec } from "../rule.js";
import { shortened } from "../shownValue.js";

export const duplicateService: CatalogueRule = {
  id: "duplicate-service",
  stage: "catalogue",
  severity: "error",
  summary: "Two specs have the same service id, or generate the same TypeScript names.",
  *check(specs) {
    yield* clashes(specs, "id", ({ service }) => service.id);
    yield* clashes(specs, "prefix", ({ service }) => variablePrefix(service.prefix));
    yield* sharedNames(specs);
  },
};

/** A name that two services with different prefixes export: an index of all services can have it once only. */
function* sharedNames(specs: readonly CheckedSpec[]) {
  const byPrefix = new Map(specs.map((spec) => [variablePrefix(spec.service.prefix), spec]));
  for (const spec of specs) {
    for (const prefix of entangledPrefixes(spec.service.prefix)) {
      const other = byPrefix.get(prefix);
      if (!other || other === spec) continue;
      const names = new Set(exportedNames(other.service));
      const shared = exportedNames(spec.service).find((name) => names.has(name));
      if (shared === undefined) continue;
      yield {
        spec,
        path: pathOf(spec, "prefix"),
        message: `With the prefix "${shortened(spec.service.prefix)}", the generated TypeScript contains the name "${shortened(shared)}", and so does that of ${other.source.file}.`,
        help: "Give one of the two services another `prefix:`.",
        related: { spec: other, path: pathOf(other, "prefix"), message: "The other prefix is listed here." },
      };
    }
  }
}

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
      related: { spec: first, path: pathOf(first, field), message: `It is first used here.` },
    };
  }
}

function pathOf({ spec }: CheckedSpec, field: "id" | "prefix") {
  return ["service", field === "prefix" && spec.service.prefix === undefined ? "id" : field];
}

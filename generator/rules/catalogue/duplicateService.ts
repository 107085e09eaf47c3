import { joinSpecs } from "../../catalogue/catalogue.js";
import { variablePrefix } from "../../catalogue/names.js";
import { entangledPrefixes, exportedNames } from "../../catalogue/serviceNames.js";
import { serviceSaidIn } from "../../spec/definition.js";
import type { CatalogueRule, CheckedSpec } from "../rule.js";
import { shortened } from "../shownValue.js";

export const duplicateService: CatalogueRule = {
  id: "duplicate-service",
  stage: "catalogue",
  severity: "error",
  summary: "The TypeScript of two services contains the same names.",
  *check(specs) {
    const services = oneOfEach(specs);
    yield* samePrefixes(services);
    yield* sharedNames(services, specs);
  },
};

/** A name that two services with different prefixes export: an index of all services can have it once only. */
function* sharedNames(services: readonly CheckedSpec[], specs: readonly CheckedSpec[]) {
  const byPrefix = new Map(services.map((spec) => [variablePrefix(spec.service.prefix), spec]));
  const namesOf = ({ service }: CheckedSpec) => exportedNames(joined(service.id, specs) ?? service);
  for (const spec of services) {
    for (const prefix of entangledPrefixes(spec.service.prefix)) {
      const other = byPrefix.get(prefix);
      if (!other || other === spec) continue;
      const names = new Set(namesOf(other));
      const shared = namesOf(spec).find((name) => names.has(name));
      if (shared === undefined) continue;
      yield {
        spec,
        path: pathOfPrefix(spec),
        message: `With the prefix "${shortened(spec.service.prefix)}", the generated TypeScript contains the name "${shortened(shared)}", and so does that of ${other.source.file}.`,
        help: "Give one of the two services another `prefix:`.",
        related: { spec: other, path: pathOfPrefix(other), message: "The other prefix is listed here." },
      };
    }
  }
}

function joined(id: string, specs: readonly CheckedSpec[]) {
  const [first, ...others] = specs.map(({ service }) => service).filter((service) => service.id === id);
  return first && joinSpecs([first, ...others]);
}

/** A spec of each service: the one that gives its prefix, else the first. */
function oneOfEach(specs: readonly CheckedSpec[]): CheckedSpec[] {
  const services = new Map<string, CheckedSpec>();
  for (const spec of specs) {
    const isNew = !services.has(spec.service.id);
    const saysMore = serviceSaidIn(services.get(spec.service.id)?.spec ?? spec.spec).prefix === undefined;
    if (isNew || (saysMore && serviceSaidIn(spec.spec).prefix !== undefined))
      services.set(spec.service.id, spec);
  }
  return [...services.values()];
}

function* samePrefixes(specs: readonly CheckedSpec[]) {
  const seen = new Map<string, CheckedSpec>();
  for (const spec of specs) {
    const { prefix } = spec.service;
    const first = seen.get(variablePrefix(prefix));
    if (!first) {
      seen.set(variablePrefix(prefix), spec);
      continue;
    }
    yield {
      spec,
      path: pathOfPrefix(spec),
      message: `The prefix "${shortened(prefix)}" is taken by ${first.source.file}.`,
      help: "Give one of the two services another `prefix:`.",
      related: { spec: first, path: pathOfPrefix(first), message: `It is first used here.` },
    };
  }
}

/** Where a prefix is, or the id that it is made from. */
function pathOfPrefix({ spec: { service } }: CheckedSpec) {
  if (typeof service === "string") return ["service"];
  return ["service", service.prefix === undefined ? "id" : "prefix"];
}

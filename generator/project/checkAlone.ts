import type { ServiceHead, SpecService } from "../catalogue/catalogue.js";
import { type Conventions, serviceHeads } from "../catalogue/conventions.js";
import { hasError } from "../diagnostics/diagnostic.js";
import type { CheckedSpec } from "../rules/rule.js";
import { unnamedService } from "../rules/service/unnamedService.js";
import { serviceSaidIn, type Spec } from "../spec/definition.js";
import { allIndexes } from "../spec/salvageSpec.js";
import { parseYaml, type YamlSource } from "../spec/yamlSource.js";
import type { ResolvedConfig } from "./config.js";
import type { SpecConventions } from "./conventions.js";
import { serviceOfSpec } from "./serviceOfSpec.js";
import { lintSpecs } from "./lintSpecs.js";
import { checkSpec, clashesWithin, readSpec } from "./loadCatalogue.js";
import type { LoadedSpec } from "./loadedService.js";
import type { ProjectMemory } from "./projectMemory.js";
import type { SpecSource } from "./readSpecs.js";

/**
 * A spec, if it is valid by itself.
 *
 * @param given what all specs of its service say of it; by default, what this one does
 */
export function checkAlone(
  source: SpecSource,
  config: ResolvedConfig,
  conventions: SpecConventions,
  given?: ServiceHead,
): LoadedSpec | undefined {
  const read = readSpec(source, conventions.fields);
  if (!read.data || hasError(read.diagnostics)) return undefined;
  const said = serviceSaidIn(read.data.spec);
  const head = given ?? serviceHeads([said], conventions).get(said.id);
  if (!head) return undefined;
  const { spec, diagnostics } = checkSpec(read, new Map([[said.id, head]]), conventions);
  if (!spec || hasError(diagnostics)) return undefined;
  // That nothing gives the service's name is looked at when all specs are known.
  const clashes = clashesWithin([spec], conventions);
  if (clashes.some(({ diagnostic }) => diagnostic.rule !== unnamedService.id)) return undefined;
  const { id: pageId } = spec.spec.page ?? {};
  return {
    source,
    said,
    ...(head.names && { names: head.names }),
    ...(pageId !== undefined && { pageId }),
    diagnostics,
    findings: lintSpecs([spec], config, "error"),
    read: { data: spec.spec, service: spec.service },
  };
}

/** What a spec says of its service, from what is known of the spec, or else from its file. */
export function specService(
  spec: LoadedSpec,
  head: ServiceHead,
  conventions: SpecConventions,
  memory: ProjectMemory,
): SpecService {
  const { source, read, names } = spec;
  if (read && names === head.names) return { ...read.service, ...head };
  return serviceOfSpec(dataOf(spec, conventions, memory), source.file, conventions, head);
}

/** Whether specs of one service are wrong together. */
export function isWrongTogether(
  specs: readonly LoadedSpec[],
  head: ServiceHead,
  conventions: Conventions,
  memory: ProjectMemory,
): boolean {
  const checked = specs.map((spec): CheckedSpec => {
    const data = dataOf(spec, conventions, memory);
    const service = specService(spec, head, conventions, memory);
    return { source: lazySource(spec.source), spec: data, indexes: allIndexes(data), service };
  });
  return clashesWithin(checked, conventions).length > 0;
}

function dataOf({ source, read }: LoadedSpec, { fields }: Conventions, memory: ProjectMemory): Spec {
  const data = read?.data ?? memory.data(source) ?? readSpec(source, fields).data?.spec;
  if (!data) throw new Error(`${source.file} is not the spec that was read before.`);
  return data;
}

/** The source of a spec that is parsed only if a place in it is asked for. */
function lazySource(source: SpecSource): YamlSource {
  let parsed: YamlSource | undefined;
  const whole = () => (parsed ??= parseYaml(source.file, source.text));
  return {
    file: source.file,
    get text() {
      return source.text;
    },
    get data() {
      return whole().data;
    },
    get problems() {
      return whole().problems;
    },
    rangeOf: (...about) => whole().rangeOf(...about),
    rangeOfMatch: (...about) => whole().rangeOfMatch(...about),
    rangeOfLastWord: (...about) => whole().rangeOfLastWord(...about),
  };
}

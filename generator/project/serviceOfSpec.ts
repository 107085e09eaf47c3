import { buildService } from "../catalogue/buildService.js";
import type { ServiceHead, SpecService } from "../catalogue/catalogue.js";
import { withWriter } from "../page/withWriter.js";
import type { Spec } from "../spec/definition.js";
import type { SpecConventions } from "./conventions.js";

/** What a spec says of its service, as the config has it. */
export function serviceOfSpec(
  spec: Spec,
  file: string,
  { fields, writers = [] }: SpecConventions,
  head: ServiceHead | undefined,
): SpecService {
  const service = buildService(spec, file, fields, head);
  const format = service.page?.format;
  return withWriter(service, writers.find(({ name }) => name === format)?.write);
}

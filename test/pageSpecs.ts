import { isOfPage, type PageService, type Service } from "../generator/catalogue/catalogue.js";
import type { PageSpec, Spec } from "../generator/spec/definition.js";

/** The same spec, which has a page. */
export function withPage(spec: Spec): PageSpec {
  if (!spec.page) throw new Error("The spec has no page.");
  return { ...spec, page: spec.page };
}

/** What the only spec of a service says; it has a page. */
export function onlySpec({ specs }: Service): PageService {
  const [spec] = specs;
  if (!spec || !isOfPage(spec) || specs.length > 1) throw new Error("The service is not of one page.");
  return spec;
}

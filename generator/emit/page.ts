import { defineEmitter, isOfPage, type PageService, type SpecService, writePage } from "./api.js";

/**
 * `pages/<page id>.rst` for each page: the vendor's page again, byte for byte. It is the one kind of file without a
 * header, which would change its digest.
 */
export const page = defineEmitter({
  name: "page",
  service: (service, { pageNames }) => {
    const files = service.specs.filter(isReproduced).map((spec) => {
      const name = pageNames.get(spec.specFile) ?? spec.page.id;
      return { path: `pages/${name}.rst`, text: writePage(spec) };
    });
    return Promise.resolve(files);
  },
});

/** Whether a spec gives its page again, as it does in reStructuredText. */
function isReproduced(spec: SpecService): spec is PageService {
  return isOfPage(spec) && spec.page.format === undefined;
}

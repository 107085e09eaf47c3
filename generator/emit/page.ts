import { defineEmitter, isOfPage, writePage } from "./api.js";

/**
 * `pages/<page id>.rst` for each page: the vendor's page again, byte for byte. It is the one kind of file without a
 * header, which would change its digest.
 */
export const page = defineEmitter({
  name: "page",
  service: (service, { pageNames }) => {
    const files = service.specs.filter(isOfPage).map((spec) => {
      const name = pageNames.get(spec.specFile) ?? spec.page.id;
      return { path: `pages/${name}.rst`, text: writePage(spec) };
    });
    return Promise.resolve(files);
  },
});

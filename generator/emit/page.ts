import { defineEmitter, isOfPage, type PageService, type SpecService, writePage } from "./api.js";

/** What files are called in a format that is not called after them. */
const extensions = new Map([["markdown", "md"]]);

/**
 * `pages/<page id>.rst`, or `.md` and `.csv`, for each page that can be made again: the vendor's page, byte for byte. It
 * is the one kind of file without a header, which would change its digest.
 */
export const page = defineEmitter({
  name: "page",
  service: (service, { pageNames }) => {
    const files = service.specs.filter(isReproduced).flatMap((spec) => {
      const { id, format = "rst" } = spec.page;
      const name = pageNames.get(spec.specFile) ?? id;
      const text = writePage(spec);
      return text === undefined ? [] : [{ path: `pages/${name}.${extensions.get(format) ?? format}`, text }];
    });
    return Promise.resolve(files);
  },
});

/** Whether a spec gives its page again: in reStructuredText always, in other formats where its digest says so. */
function isReproduced(spec: SpecService): spec is PageService {
  return isOfPage(spec) && (spec.page.format === undefined || spec.page.digest !== undefined);
}

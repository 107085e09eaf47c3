import { writePage } from "../page/writePage.js";
import type { Emitter } from "./emitter.js";

/**
 * `pages/<page id>.rst` for each service: the vendor's page again, byte for byte. It is the one
 * kind of file without a header, which would change its digest.
 */
export const page: Emitter = {
  service: (service, { pageNames }) => {
    const name = pageNames.get(service.id) ?? service.page.id;
    return Promise.resolve([{ path: `pages/${name}.rst`, text: writePage(service) }]);
  },
};

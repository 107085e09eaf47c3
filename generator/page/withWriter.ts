import type { Page, SpecService } from "../catalogue/catalogue.js";

/** A service of which people's own reader writes the page, if it is one's own. */
export function withWriter<Service extends SpecService>(service: Service, write: Page["write"]): Service {
  return write && service.page ? { ...service, page: { ...service.page, write } } : service;
}

import type { Service, Table } from "../catalogue/catalogue.js";
import { entryData } from "../catalogue/entryData.js";
import type { Emitter } from "./emitter.js";
import { headerSentence } from "./header.js";
import { jsonText } from "./stringLiteral.js";

/** `json/<service>.json` for each service: the catalogue as data. */
export const emitJson: Emitter = async ({ services }, options) => {
  const { format } = await import("prettier");
  return Promise.all(
    services.map(async (service) => ({
      path: `json/${service.id}.json`,
      text: await format(jsonText({ $comment: headerSentence(options, service), ...serviceData(service) }), {
        ...options.prettier,
        parser: "json",
      }),
    })),
  );
};

function serviceData({ id, name, prefix, page, tables }: Service) {
  const { id: pageId, title, digest } = page;
  return {
    service: { id, name, prefix },
    page: { id: pageId, title, digest },
    tables: tables.map(tableData),
  };
}

function tableData({ kind, label, section, item, title, lead, columns, entries }: Table) {
  return { kind, label, section, item, title, lead, columns, entries: [...entries].map(entryData) };
}

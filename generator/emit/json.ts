import type { Service, Table } from "../catalogue/catalogue.js";
import { entryData } from "../catalogue/entryData.js";
import type { Emitter } from "./emitter.js";
import { headerSentence } from "./header.js";
import { prettierForm } from "./prettierForm.js";
import { printJson } from "./printJson.js";

/** `json/<service>.json` for each service: the catalogue as data. */
export const json: Emitter = {
  service: async (service, options) => {
    const text = printJson({ $comment: headerSentence(options, service), ...serviceData(service) });
    return [
      {
        path: `json/${service.id}.json`,
        text: await prettierForm(`${text}\n`, "json", options.prettier),
      },
    ];
  },
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

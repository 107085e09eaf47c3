import type { Entry, Service, Table } from "../catalogue/catalogue.js";
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
  return { service: { id, name, prefix }, page, tables: tables.map(tableData) };
}

function tableData({ kind, label, title, lead, columns, entries }: Table) {
  return { kind, label, title, lead, columns, entries: entries.map(entryData) };
}

/** An entry without what only the page is made of. */
function entryData(entry: Entry) {
  const { kind: _kind, cells: _cells, other, deviations, ...said } = entry;
  return {
    ...said,
    ...(Object.keys(other).length > 0 && { other }),
    ...(deviations.length > 0 && { deviations }),
  };
}

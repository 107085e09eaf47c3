import { serviceData } from "../catalogue/serviceData.js";
import type { Emitter } from "./emitter.js";
import { headerSentence } from "./header.js";
import { prettierForm } from "./layout/prettierForm.js";
import { printJson } from "./layout/printJson.js";

/** `json/<service>.json` for each service: the catalogue as data. */
export const json: Emitter = {
  service: async (service, options) => {
    const text = printJson({ $comment: headerSentence(options, service.specs), ...serviceData(service) });
    return [
      {
        path: `json/${service.id}.json`,
        text: await prettierForm(`${text}\n`, "json", options.prettier),
      },
    ];
  },
};

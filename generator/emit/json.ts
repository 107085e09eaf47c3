import { defineEmitter, headerSentence, prettierForm, printJson, serviceData } from "./api.js";

/** `json/<service>.json` for each service: the catalogue as data. */
export const json = defineEmitter({
  name: "json",
  service: async (service, options) => {
    const text = printJson({ $comment: headerSentence(options, service.specs), ...serviceData(service) });
    return [
      {
        path: `json/${service.id}.json`,
        text: await prettierForm(`${text}\n`, "json", options.prettier),
      },
    ];
  },
});

import { defineEmitter } from "statusgen";
import { errorCodesOf, markdownToText, statusCodesOf } from "statusgen/emit";
import * as z from "zod";

/** `<locale>.json`: the message of each code of all services, for a tool that translates them. */
export const i18n = defineEmitter({
  name: "i18n",
  options: z.object({ locale: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/) }),
  // Plain data: what the file about all services needs to know of one.
  part: (service): Record<string, string> => {
    const messages = [
      ...statusCodesOf(service).map(({ code, message, description }) => ({
        key: `${service.id}.${code}`,
        // Messages are plain text, descriptions are Markdown.
        text: message ?? markdownToText(description),
      })),
      ...errorCodesOf(service).map(({ code, entries: [{ message }] }) => ({
        key: `${service.id}.${code}`,
        text: message ?? code,
      })),
    ];
    return Object.fromEntries(messages.map(({ key, text }) => [key, text]));
  },
  all: (parts, { own }) => [
    {
      path: `${own.locale}.json`,
      text: `${JSON.stringify(Object.assign({}, ...parts), null, 2)}\n`,
    },
  ],
});

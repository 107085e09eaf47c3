import { namesOfOutput } from "../../spec/textSchemas.js";
import type { SchemaRule } from "../rule.js";
import { shownValue } from "../shownValue.js";

export const unsafeServiceId: SchemaRule = {
  id: "unsafe-service-id",
  stage: "schema",
  severity: "error",
  summary: "A service id cannot be used as a folder and import path on every machine.",
  explain: ({ code, path, value }) =>
    code !== "invalid_format" || path.join(".") !== "service.id"
      ? []
      : [
          {
            path,
            message: `${shownValue(value)} cannot be a folder and an import path.`,
            help: helpFor(value),
          },
        ],
};

function helpFor(value: unknown): string {
  const id = String(value);
  if (namesOfOutput.some((name) => name === id)) {
    return `Use another name, such as ${id}-service: the output folder already has a ${id} next to the services.`;
  }
  if (/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(id)) {
    return `Use another name, such as ${id}-service: Windows reserves this one for a device.`;
  }
  if (id.length > 100) return "Use at most 100 characters: files are named after it.";
  return "Use lower case letters, digits and single hyphens, beginning with a letter.";
}

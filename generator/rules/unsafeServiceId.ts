import { namesOfOutput } from "../spec/definition.js";
import type { SchemaRule } from "./rule.js";
import { shownValue } from "./shownValue.js";

export const unsafeServiceId: SchemaRule = {
  id: "unsafe-service-id",
  stage: "schema",
  severity: "error",
  summary: "A service id that would not be the same folder and import path on every machine.",
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
    return `The output folder has a ${id} of its own, beside the services: use another name, such as ${id}-service.`;
  }
  if (/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(id)) {
    return `Windows keeps this name for a device: use another, such as ${id}-service.`;
  }
  if (id.length > 100) return "Use at most 100 characters: files are named after it.";
  return "Use lower case letters, digits and single hyphens, beginning with a letter.";
}

import type { ServiceRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const unnamedService: ServiceRule = {
  id: "unnamed-service",
  stage: "service",
  severity: "error",
  summary: "No spec of a service gives its name, and neither does the config.",
  *check(specs, { name }) {
    const [spec] = specs;
    if (!spec || name !== undefined || specs.some((each) => saidName(each.spec.service) !== undefined))
      return;
    const { id } = spec.service;
    yield {
      spec,
      path: typeof spec.spec.service === "string" ? ["service"] : ["service", "id"],
      message: `No spec says what the service "${shortened(id)}" is called.`,
      help: `Write \`service: { id: ${shortened(id)}, name: … }\` in one of its specs, or correct the id.`,
    };
  },
};

function saidName(service: string | { readonly name?: string | undefined }): string | undefined {
  return typeof service === "string" ? undefined : service.name;
}

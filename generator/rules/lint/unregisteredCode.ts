import { httpStatusCodes } from "../../catalogue/httpStatusCodes.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule } from "../rule.js";

export const unregisteredCode = defineRule({
  id: "unregistered-code",
  stage: "lint",
  severity: "warning",
  summary: "A status code is not in the IANA registry of HTTP status codes, or is marked as unused there.",
  *check(spec) {
    for (const { path, entry } of entriesOf(spec)) {
      const values = entry.kind === "status-code" ? entry.values : [];
      for (const value of values) {
        const registered = httpStatusCodes.get(String(value));
        if (registered?.phrase !== undefined) continue;
        yield {
          path: [...path, "code"],
          message: registered
            ? `${value} is marked as unused in the IANA registry of HTTP status codes (${registered.definedIn}).`
            : `${value} is not in the IANA registry of HTTP status codes.`,
          help: "Compare with the page; a service may use its own codes.",
        };
      }
    }
  },
});

import { httpStatusCodes } from "../../catalogue/httpStatusCodes.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule } from "../rule.js";

export const reasonPhrase = defineRule({
  id: "reason-phrase",
  stage: "lint",
  severity: "warning",
  summary: "The message of a status code differs from the standard reason phrase in the IANA registry.",
  *check(spec) {
    for (const { path, entry } of entriesOf(spec)) {
      const { phrase, definedIn } =
        (entry.kind === "status-code" ? httpStatusCodes.get(entry.code) : undefined) ?? {};
      if (phrase === undefined || entry.message === undefined || entry.message === phrase) continue;
      yield {
        path: [...path, "message"],
        message: `The standard reason phrase of ${entry.code} is "${phrase}" (${definedIn}).`,
        help: "Compare with the page; if the page has the same text, keep it, or correct it and record a deviation.",
      };
    }
  },
});

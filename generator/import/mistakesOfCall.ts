import { diagnose } from "../rules/diagnose.js";
import * as z from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { explainSchemaIssues } from "../rules/schema/explainSchemaIssues.js";
import { pageRules } from "../rules/pageRules.js";
import { inputRules } from "../rules/inputRules.js";
import { serviceDefinition } from "../spec/definition.js";
import { builtInFields } from "../spec/fields.js";
import { knownKeys } from "../spec/knownKeys.js";
import type { Wishes } from "./chooseSpecs.js";
import type { KnownSpec } from "./knownSpec.js";

/**
 * What is wrong with what is asked, whatever the pages hold.
 *
 * @param sources - of all pages that are given
 */
export function mistakesOfCall(
  wishes: Wishes,
  sources: readonly string[],
  known: readonly KnownSpec[],
): Diagnostic[] {
  const { into, service } = wishes;
  const [first = "."] = sources;
  const flags = flagsAboutOnePage(wishes);
  if (flags.length > 0 && sources.length > 1) {
    const message = `${flags.join(" and ")} can only be given with a single page, not with ${sources.length}.`;
    return [diagnose(pageRules["invalid-call"], first, message, "Import the pages one by one.")];
  }
  if (into !== undefined && wishes.new) {
    const message = "`--into` updates an existing spec, but `--new` creates another one.";
    return [diagnose(pageRules["invalid-call"], first, message, "Give one of the two.")];
  }
  if (into !== undefined && !known.some(({ file }) => file === into)) {
    const message = `\`--into\` names "${into}", which is not a spec of this project.`;
    return [
      diagnose(inputRules["unreadable-file"], into, message, "Give the path of a spec in the spec folder."),
    ];
  }
  return service ? mistakesOfService(service, first) : [];
}

function flagsAboutOnePage(wishes: Wishes): string[] {
  return [...(wishes.into === undefined ? [] : ["`--into`"]), ...(wishes.new ? ["`--new`"] : [])];
}

/** Its id becomes the name of a file: what is not valid must not come so far. */
function mistakesOfService(service: NonNullable<Wishes["service"]>, file: string): Diagnostic[] {
  const data = { service };
  const { error } = z.object({ service: serviceDefinition }).safeParse(data);
  if (!error) return [];
  return explainSchemaIssues(error, data, (path) => knownKeys(path, data, builtInFields)).map(
    ({ rule, finding: { message, help } }) => diagnose(rule, file, message, help),
  );
}

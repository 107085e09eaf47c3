import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../rules/diagnose.js";
import { inputRules } from "../rules/inputRules.js";
import { type CheckedPageSpec, type CheckedSpec, hasPage } from "../rules/rule.js";
import { isUrl } from "../sources/pageSource.js";

/** The specs whose pages are at an address. */
export function onlineSpecs(specs: readonly CheckedSpec[]): CheckedPageSpec[] {
  return specs.filter(hasPage).filter(({ spec }) => isUrl(spec.page.source ?? ""));
}

export function sourceOf({ spec }: CheckedPageSpec): string {
  return spec.page.source ?? "";
}

export function nothingOnline(folder: string): Diagnostic {
  const message = "No spec records an address of its page.";
  const help = "Import the page from its address, or set `page.source` in its spec to it.";
  return diagnose(inputRules["no-page-found"], folder, message, help);
}

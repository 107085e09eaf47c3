import type { RuleWithoutCode } from "../rules/rule.js";
import type { Path } from "../spec/yamlSource.js";

/** Something that a page and its spec say differently, or that only one of them says. */
export interface PageDifference {
  readonly rule: RuleWithoutCode;
  /** Where in the spec. */
  readonly path: Path;
  readonly target?: "key" | "value";
  readonly message: string;
  readonly help: string;
  /** Both texts as Markdown, where there are any; absent on the side that has none. */
  readonly inSpec?: string;
  readonly onPage?: string;
}

import type { Conventions } from "../catalogue/conventions.js";
import type { ResolvedConfig } from "./config.js";
import { fieldsWith } from "./declaredFields.js";

/** What a config says about all specs. */
export function conventionsOf({ fields, names, case: nameCase, services }: ResolvedConfig): Conventions {
  return { fields: fieldsWith(fields), ...(names && { names }), case: nameCase, services };
}

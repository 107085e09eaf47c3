import { diagnose } from "../rules/diagnose.js";
import { relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inputRules } from "../rules/inputRules.js";

/** The specs that a run is limited to, as the project names them; or what is given and is none. */
export interface SelectedSpecs {
  readonly specs: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the given files among the specs of a project.
 *
 * @param given - absolute paths, or relative to the project's folder, as hooks pass them
 * @param specs - the paths of all specs of the project
 */
export function selectSpecs(cwd: string, given: readonly string[], specs: readonly string[]): SelectedSpecs {
  const known = new Set(specs);
  const files = given.map((path) => relative(cwd, resolve(cwd, path)).split(sep).join("/"));
  return {
    specs: new Set(files.filter((file) => known.has(file))),
    diagnostics: files.flatMap((file) => (known.has(file) ? [] : [notASpec(file)])),
  };
}

function notASpec(file: string): Diagnostic {
  return diagnose(
    inputRules["no-spec-found"],
    file,
    `"${file}" is not a spec of this project.`,
    "Give `.yaml` or `.yml` files from the project's spec folder.",
  );
}

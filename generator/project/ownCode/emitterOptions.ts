import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SchemaIssue } from "../../emit/emitter.js";
import { type EmitterUse, emitterOf } from "../../emit/emitters.js";
import { configDiagnostic } from "../configSource.js";
import { defaultConfig, type LoadedConfig, type ResolvedConfig } from "../config.js";
import { guarded } from "./guarded.js";

/** The config with the options of its emitters as their schemas give them, or all that is wrong with them. */
export async function withOptions(file: string, config: ResolvedConfig): Promise<LoadedConfig> {
  const emitters: EmitterUse[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, use] of config.emitters.entries()) {
    const checked = await checkedOptions(use);
    if ("options" in checked) emitters.push({ ...use, ...checked });
    else {
      const place = `The options of "${checked.name}", number ${index + 1} of "emitters",`;
      for (const reason of checked.reasons)
        diagnostics.push(configDiagnostic(file, `${place} are not valid: ${reason}.`, "Correct them."));
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { config: { ...config, emitters } };
}

type Checked = { readonly options: unknown } | { readonly name: string; readonly reasons: readonly string[] };

async function checkedOptions(use: EmitterUse): Promise<Checked> {
  // They have none; and loading them takes its time.
  if (use.options === undefined && defaultConfig.emitters.some((each) => each.use === use.use))
    return { options: undefined };
  const { name, options: schema } = await emitterOf(use);
  const given = typeof use.use === "object" ? use.use.options : use.options;
  if (!schema)
    return given === undefined ? { options: given } : { name, reasons: ["this emitter has no options"] };
  const answer = await guarded(() => schema["~standard"].validate(given));
  if ("reason" in answer) return { name, reasons: [`their schema fails: ${answer.reason}`] };
  const { issues } = answer.value;
  return issues ? { name, reasons: issues.map(reasonOf) } : { options: answer.value.value };
}

function reasonOf({ message, path = [] }: SchemaIssue): string {
  const keys = path.map((part) => String(typeof part === "object" ? part.key : part));
  return `${keys.length > 0 ? `"${keys.join(".")}": ` : ""}${message.replace(/\.$/, "")}`;
}

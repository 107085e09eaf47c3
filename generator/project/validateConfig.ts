import type * as z from "zod";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { isDefined } from "../diagnostics/defined.js";
import { suggestion } from "../rules/suggestion.js";
import { type LoadedConfig, outputsOf, type ResolvedConfig } from "./config.js";
import { configDefinition, configKeys } from "./configDefinition.js";
import { lintRuleIds } from "../rules/lintRuleIds.js";
import { watchedReader } from "./ownCode/ownReaders.js";
import { splitRules, watchedRule } from "./ownCode/ownRules.js";
import { docsUrl } from "../version.js";
import { configDiagnostic as diagnostic } from "./configSource.js";

/** The config that the data of a config file gives, or every mistake in it. */
export function validateConfig(cwd: string, file: string, data: unknown): LoadedConfig {
  const { rules: ownRules, severities, ...split } = splitRules(file, data, new Set<string>(lintRuleIds));
  const result = configDefinition.safeParse(split.data, { reportInput: true });
  const diagnostics = [
    ...split.diagnostics,
    ...(result.error?.issues ?? []).flatMap((issue) => issueDiagnostics(file, issue)),
    ...foldersDiagnostics(file, data),
  ];
  if (!result.success || diagnostics.length > 0) return { diagnostics: sortDiagnostics(diagnostics) };
  const parsed = resolved(result.data);
  const config = {
    ...parsed,
    rules: { ...parsed.rules, ...severities },
    ownRules: ownRules.map((rule) => watchedRule(rule, cwd, file)),
    readers: result.data.readers.map((reader) => watchedReader(reader, cwd, file)),
  };
  const ofEmitters = outputsDiagnostics(file, config);
  return ofEmitters.length > 0 ? { diagnostics: ofEmitters } : { config };
}

function resolved({ $schema: _schema, ...config }: z.infer<typeof configDefinition>) {
  return config as Omit<ResolvedConfig, "ownRules" | "readers">; // zod types an absent rule as `undefined`; it gives none.
}

/** Looked at by itself, so that it is told together with mistakes in other keys. */
function foldersDiagnostics(file: string, data: unknown): Diagnostic[] {
  const { data: folders } = configDefinition.pick({ spec: true, output: true }).strip().safeParse(data);
  const inside = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  if (!folders || (!inside(folders.spec, folders.output) && !inside(folders.output, folders.spec))) return [];
  const message = "One of spec and output is inside the other.";
  return [diagnostic(file, message, "Use two separate folders.")];
}

function outputsDiagnostics(file: string, config: ResolvedConfig): Diagnostic[] {
  const folders = [config.spec, ...outputsOf(config)];
  const help = "Give each emitter a folder beside the others, or none of its own.";
  return folders.flatMap((inner, index) =>
    folders.flatMap((outer, other) =>
      index !== other && inner.startsWith(`${outer}/`)
        ? diagnostic(file, `The folder "${inner}" is inside "${outer}".`, help)
        : index < other && inner === outer
          ? diagnostic(file, `"${inner}" is the folder of the specs, and one of an emitter.`, help)
          : [],
    ),
  );
}

function issueDiagnostics(file: string, issue: z.core.$ZodIssue): Diagnostic[] {
  const place = issue.path.join(".");
  if (issue.code === "invalid_union" && issue.path[0] === "emitters") {
    const isObject = typeof issue.input === "object" && !isDefined(issue.input);
    const meant = issue.errors.at(isObject ? -1 : 0) ?? [];
    return meant.flatMap((each) => issueDiagnostics(file, { ...each, path: [...issue.path, ...each.path] }));
  }
  if (issue.code === "unrecognized_keys") {
    const known = configKeys[place.replace(/^(emitters|fields|services)\..*/, "$1.*")] ?? [];
    return issue.keys.map((key) => {
      const where = place === "" ? "" : ` in "${place}"`;
      const message = `The key "${key}" is not known${where}.${suggestion(key, known)}`;
      return diagnostic(file, message, `Use one of: ${known.join(", ")}.`);
    });
  }
  const message = `"${place || "config"}" is not valid: ${wantedBy(issue)}.`;
  return [diagnostic(file, `${message}${nearTo(issue)}`, `See ${docsUrl}/config.md#keys.`)];
}

/** What the place wants, in words that do not presuppose the validator's. */
function wantedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `use one of ${issue.values.map((value) => `"${String(value)}"`).join(", ")}`;
    case "invalid_type":
      return `use ${kinds[issue.expected] ?? `a value of type ${issue.expected}`}`;
    case "too_small":
      return issue.origin === "array"
        ? "the list is empty; remove it to select all"
        : `use a number ${issue.inclusive ? "of at least" : "above"} ${issue.minimum}`;
    case "too_big":
      return `use a number of at most ${issue.maximum}`;
    case "invalid_key":
      return issue.issues[0]?.message ?? "use another key";
    default:
      return issue.message.replace(/\.$/, "");
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object with keys",
};

function nearTo(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_value" || typeof issue.input !== "string") return "";
  return suggestion(issue.input, issue.values.map(String));
}

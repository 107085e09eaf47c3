import type * as z from "zod";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { suggestion } from "../rules/suggestion.js";
import type { LoadedConfig, ResolvedConfig } from "./config.js";
import { configDefinition, configKeys } from "./configDefinition.js";
import { docsUrl } from "../version.js";
import { configDiagnostic as diagnostic } from "./configSource.js";

/** The config that the data of a config file gives, or every mistake in it. */
export function validateConfig(file: string, data: unknown): LoadedConfig {
  const result = configDefinition.safeParse(data, { reportInput: true });
  const diagnostics = [
    ...(result.error?.issues ?? []).flatMap((issue) => issueDiagnostics(file, issue)),
    ...foldersDiagnostics(file, data),
  ];
  if (!result.success || diagnostics.length > 0) return { diagnostics: sortDiagnostics(diagnostics) };
  return { config: resolved(result.data) };
}

function resolved({ $schema: _schema, ...config }: z.infer<typeof configDefinition>): ResolvedConfig {
  return config as ResolvedConfig; // zod types an absent rule as `undefined`; it gives none.
}

/** Looked at by itself, so that it is told together with mistakes in other keys. */
function foldersDiagnostics(file: string, data: unknown): Diagnostic[] {
  const { data: folders } = configDefinition.pick({ spec: true, output: true }).strip().safeParse(data);
  const inside = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  if (!folders || (!inside(folders.spec, folders.output) && !inside(folders.output, folders.spec))) return [];
  const message = "One of spec and output is inside the other.";
  return [diagnostic(file, message, "Use two separate folders.")];
}

function issueDiagnostics(file: string, issue: z.core.$ZodIssue): Diagnostic[] {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const known = configKeys[place.replace(/^(fields|services)\..*/, "$1.*")] ?? [];
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

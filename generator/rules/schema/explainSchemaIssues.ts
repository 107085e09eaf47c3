import type * as z from "zod";
import { formOf } from "../../spec/textSchemas.js";
import type { Path } from "../../spec/yamlSource.js";
import { schemaRules } from "../registry.js";
import type { Finding, SchemaIssue, SchemaRule } from "../rule.js";

/** The findings for what the validator of the spec language says about a spec's data. */
export function explainSchemaIssues(
  error: z.ZodError,
  data: unknown,
  knownKeysAt: (path: Path, data: unknown) => readonly string[],
): { rule: SchemaRule; finding: Finding }[] {
  return error.issues.flatMap(innermost).flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    // A regular expression is between slashes.
    const form = "pattern" in issue ? formOf((issue.pattern ?? "").slice(1, -1)) : undefined;
    const schemaIssue: SchemaIssue = {
      code: issue.code,
      path,
      message: issue.message,
      value: valueAt(data, path),
      knownKeys: issue.code === "unrecognized_keys" ? knownKeysAt(path, data) : [],
      ...("keys" in issue && { keys: issue.keys }),
      ...("expected" in issue && { expected: issue.expected }),
      ...(issue.code === "invalid_value" && { values: issue.values.map(String) }),
      ...(form !== undefined && { form }),
    };
    for (const rule of schemaRules) {
      const findings = rule.explain(schemaIssue);
      if (findings.length > 0) return findings.map((finding) => ({ rule, finding }));
    }
    return [];
  });
}

/** Of a union's alternatives, the one that the value was meant to be tells more than the union. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const meant = issue.errors.find(
    (issues) => !issues.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  return meant ? meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

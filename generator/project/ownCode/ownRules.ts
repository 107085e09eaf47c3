import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { isDefined } from "../../diagnostics/defined.js";
import { isData } from "../../spec/isData.js";
import { inputRules } from "../../rules/inputRules.js";
import type { CheckedSpec, Finding, OwnRule } from "../../rules/rule.js";
import { codeFailure, placeOfError } from "./codeFailure.js";
import { configDiagnostic } from "../configSource.js";
import { deepFrozen } from "./deepFrozen.js";
import { guardedNow } from "./guarded.js";

/** The rules of people's own in the data of a config, and the config without them. */
export interface SplitRules {
  readonly data: unknown;
  readonly rules: readonly OwnRule[];
  readonly severities: Readonly<Record<string, Severity | "off">>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes rules such as `{ "solution-required": ["error", solutionRequired] }` out of a config's data. */
export function splitRules(file: string, data: unknown, builtIn: ReadonlySet<string>): SplitRules {
  if (!isData(data) || !isData(data.rules)) return { data, rules: [], severities: {}, diagnostics: [] };
  const { rules: given } = data;
  const own = Object.entries(given).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const plain = Object.fromEntries(Object.entries(given).filter(([, value]) => !Array.isArray(value)));
  const mistakes = own.flatMap(([id, [severity, rule]]) => {
    const mistake = mistakeIn(id, severity, rule, builtIn);
    return mistake === undefined
      ? []
      : configDiagnostic(
          file,
          `"rules.${id}" is not valid: ${mistake}.`,
          `Write \`["error", rule]\`, with what \`defineRule\` gives.`,
        );
  });
  return {
    data: { ...data, rules: plain },
    rules: own.map(([, [, rule]]) => rule as OwnRule),
    severities: Object.fromEntries(own.map(([id, [severity]]) => [id, severity as Severity | "off"])),
    diagnostics: mistakes,
  };
}

function mistakeIn(
  id: string,
  severity: unknown,
  rule: unknown,
  builtIn: ReadonlySet<string>,
): string | undefined {
  if (severity !== "off" && severity !== "warning" && severity !== "error")
    return 'the severity is none of "off", "warning" and "error"';
  if (!isDefined(rule, "rule")) return "there is no rule after the severity";
  const said = rule as Partial<Record<keyof OwnRule, unknown>>;
  if (said.id !== id) return `the rule calls itself "${String(said.id)}"`;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) return "use lower case letters, digits and single hyphens";
  if (builtIn.has(id)) return "a built-in rule has this id";
  if (said.stage !== "spec" && said.stage !== "lint") return 'the stage is none of "spec" and "lint"';
  if (said.stage === "spec" && severity === "warning")
    return 'a rule of the stage "spec" is "off" or an "error"';
  if (typeof said.check !== "function" || typeof said.summary !== "string")
    return "the rule has no function `check`, or no text for `summary`";
  return undefined;
}

/** A finding of more mistakes helps nobody, and a rule that goes on for ever has to end. */
const mostFindings = 10_000;

/** The same rule; what goes wrong in it is told with its name. */
export function watchedRule(rule: OwnRule, cwd: string, configFile: string): OwnRule {
  return { ...rule, check };

  function check(spec: CheckedSpec): Finding[] {
    deepFrozen(spec.spec);
    deepFrozen(spec.service);
    const answer = guardedNow(() => findingsOf(spec));
    if ("value" in answer) return answer.value;
    const message = `The rule "${rule.id}" fails for ${spec.source.file}: ${answer.reason}.`;
    throw codeFailure(inputRules["rule-failed"], placeOfError(cwd, configFile, answer.error), message);
  }

  function findingsOf(spec: CheckedSpec): Finding[] {
    const findings: Finding[] = [];
    for (const finding of rule.check(spec)) {
      if (!isFinding(finding))
        throw new TypeError("it gives a finding without a `path`, `message` or `help`");
      if (findings.push(finding) > mostFindings)
        throw new RangeError(`it finds more than ${mostFindings} mistakes`);
    }
    return findings;
  }
}

function isFinding(value: unknown): value is Finding {
  const { path, message, help } = Object(value) as Partial<Record<keyof Finding, unknown>>;
  const isKey = (part: unknown) => typeof part === "string" || typeof part === "number";
  return Array.isArray(path) && path.every(isKey) && typeof message === "string" && typeof help === "string";
}

import { type SaidService, serviceSaidIn } from "../../spec/definition.js";
import { unread } from "../../spec/salvageSpec.js";
import type { CheckedSpec, ServiceRule } from "../rule.js";
import { shortened } from "../shownValue.js";

const keys = ["name", "prefix", "names"] as const satisfies readonly (keyof SaidService)[];

export const serviceDisagreement: ServiceRule = {
  id: "service-disagreement",
  stage: "service",
  severity: "error",
  summary: "Specs of one service, or a spec and the config, say different things of the service.",
  *check(specs, ofConfig) {
    for (const key of keys) {
      const said = specs.flatMap((spec) => {
        const value = serviceSaidIn(spec.spec)[key];
        return value === undefined || value === unread ? [] : [{ spec, value }];
      });
      const [first] = said;
      const wanted = ofConfig[key] ?? first?.value;
      for (const { spec, value } of said) {
        if (value === wanted) continue;
        yield {
          spec,
          path: ["service", key],
          message: `The service's ${key} is "${shortened(value)}" here, but "${shortened(wanted ?? "")}" in ${placeOf(first?.spec, ofConfig[key])}.`,
          help: `Keep one of them: \`service: ${shortened(spec.service.id)}\` takes over what the others say.`,
          ...(ofConfig[key] === undefined &&
            first && {
              related: { spec: first.spec, path: ["service", key], message: "It is given here first." },
            }),
        };
      }
    }
  },
};

function placeOf(spec: CheckedSpec | undefined, ofConfig: string | undefined): string {
  return ofConfig === undefined ? (spec?.source.file ?? "") : "the config";
}

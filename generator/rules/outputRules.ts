import type { OutputRule } from "./rule.js";

export const outputMissing: OutputRule = {
  id: "output-missing",
  stage: "output",
  severity: "error",
  summary: "A file that the specs give is not there.",
};

export const outputStale: OutputRule = {
  id: "output-stale",
  stage: "output",
  severity: "error",
  summary: "A generated file is older than what the specs say now.",
};

export const outputEdited: OutputRule = {
  id: "output-edited",
  stage: "output",
  severity: "error",
  summary: "A generated file was edited by hand.",
};

export const outputOrphaned: OutputRule = {
  id: "output-orphaned",
  stage: "output",
  severity: "error",
  summary: "A file stands in the output folder that no spec gives.",
};

export const outputNotOwned: OutputRule = {
  id: "output-not-owned",
  stage: "output",
  severity: "error",
  summary:
    "A file stands where a generated one belongs, and was not written by statusgen: it is not overwritten.",
};

/** In the order in which the documentation lists them. */
export const outputRules: readonly OutputRule[] = [
  outputMissing,
  outputStale,
  outputEdited,
  outputOrphaned,
  outputNotOwned,
];

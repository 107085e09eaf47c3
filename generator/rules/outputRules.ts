import type { OutputRule } from "./rule.js";

export const outputMissing: OutputRule = {
  id: "output-missing",
  stage: "output",
  severity: "error",
  summary: "A generated file is missing.",
};

export const outputStale: OutputRule = {
  id: "output-stale",
  stage: "output",
  severity: "error",
  summary: "A generated file is out of date.",
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
  summary: "A file in the output folder is not produced by any spec.",
};

export const outputNotOwned: OutputRule = {
  id: "output-not-owned",
  stage: "output",
  severity: "error",
  summary: "A file that statusgen did not write is in the place of a generated file; it is not overwritten.",
};

/** In the order in which the documentation lists them. */
export const outputRules: readonly OutputRule[] = [
  outputMissing,
  outputStale,
  outputEdited,
  outputOrphaned,
  outputNotOwned,
];

import type { InputRule } from "./rule.js";

export const yamlSyntax: InputRule = {
  id: "yaml-syntax",
  stage: "input",
  severity: "error",
  summary:
    "A file is not YAML, or uses a part of YAML that the spec language leaves out: aliases, tags, several documents.",
};

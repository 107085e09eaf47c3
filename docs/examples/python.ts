import { defineEmitter } from "statusgen";
import {
  errorCodesOf,
  headerLines,
  serviceNames,
  statusCodesOf,
} from "statusgen/emit";

/** `<service>.py`: the codes of a service as enums of Python. */
export const python = defineEmitter({
  name: "python",
  service: (service, options) => {
    const names = serviceNames(service);
    const lines = [
      ...headerLines(options, service.specs).map((line) => `# ${line}`),
      "",
      "from enum import Enum, IntEnum",
      ...enumOf(names.statusCode, statusCodesOf(service)),
      ...enumOf(names.errorCode, errorCodesOf(service)),
    ];
    return [
      {
        path: `${service.id.replaceAll("-", "_")}.py`,
        text: `${lines.join("\n")}\n`,
      },
    ];
  },
});

interface Code {
  readonly name: string;
  readonly value: number | string;
}

function enumOf(name: string, codes: readonly Code[]): string[] {
  if (codes.length === 0) return [];
  const areNumbers = codes.every(({ value }) => typeof value === "number");
  return [
    "",
    "",
    `class ${name}(${areNumbers ? "IntEnum" : "str, Enum"}):`,
    // A string literal of JSON is one of Python.
    ...codes.map(
      (code) => `    ${identifier(code.name)} = ${JSON.stringify(code.value)}`,
    ),
  ];
}

const keywords = new Set(["None", "True", "False"]);

function identifier(name: string): string {
  return keywords.has(name) ? `${name}_` : name.replaceAll("$", "_");
}

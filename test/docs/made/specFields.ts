import { configJsonSchema } from "../../../generator/project/configDefinition.js";
import { columnRoles, knownHeaders } from "../../../generator/spec/columns.js";
import type { TableKind } from "../../../generator/spec/fields.js";
import { isData } from "../../../generator/spec/isData.js";
import { specJsonSchema } from "../../../generator/spec/specJsonSchema.js";
import { markdownTable } from "./markdownTable.js";

/** The steps from a JSON Schema to a part of it. */
type Steps = readonly (string | number)[];

const table = (index: number): Steps => ["properties", "tables", "items", "oneOf", index];
const entry = (index: number): Steps => [...table(index), "properties", "entries", "items"];

/** The tables of fields of docs/spec.md, by name. */
export const specFields = {
  root: () => fieldTable(specJsonSchema(), []),
  service: () => fieldTable(specJsonSchema(), ["properties", "service", "anyOf", 0]),
  page: () => fieldTable(specJsonSchema(), ["properties", "page"]),
  table: () => fieldTable(specJsonSchema(), table(0), table(1)),
  "status-code": () => fieldTable(specJsonSchema(), entry(0)),
  "error-code": () => fieldTable(specJsonSchema(), entry(1)),
  deviation: () =>
    fieldTable(specJsonSchema(), [...entry(0), "properties", "deviations", "properties", "message"]),
};

/** The keys of a config. */
export function configKeys(): string {
  return fieldTable(configJsonSchema(), []);
}

/** The fields of a mapping, of which there may be several variants. */
function fieldTable(schema: unknown, ...variants: readonly Steps[]): string {
  const mappings = variants.map((steps) => steps.reduce(at, schema));
  const fields = at(mappings[0], "properties");
  const rows = Object.keys(isData(fields) ? fields : {}).map((name) => {
    const isRequired = mappings.every((mapping) => [at(mapping, "required")].flat().includes(name));
    const descriptions = mappings.map((mapping) => ["properties", name, "description"].reduce(at, mapping));
    return [`\`${name}\`${isRequired ? " \\*" : ""}`, [...new Set(descriptions)].join(" ")];
  });
  return markdownTable(["Field", "Meaning"], rows);
}

function at(data: unknown, step: string | number): unknown {
  if (Array.isArray(data)) return data[Number(step)];
  return isData(data) ? data[step] : undefined;
}

/** The headers that need no role, by the role that each has. */
export function knownHeadersOf(kind: TableKind): string {
  return columnRoles
    .flatMap((role) => {
      const headers = knownHeaders[kind][role];
      return headers ? [`- \`${role}\`: ${headers.join(", ")}`] : [];
    })
    .join("\n");
}

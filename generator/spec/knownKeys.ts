import { specJsonSchema } from "./specJsonSchema.js";
import { builtInFields, type Field } from "./fields.js";
import type { Path } from "./yamlSource.js";

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly const?: unknown;
}

/** Made once: a spec may have the same mistake in thousands of rows. */
const schemas = new WeakMap<readonly Field[], SchemaNode>();

/** The keys that the spec language knows at a place of a spec: what an editor would complete there. */
export function knownKeys(path: Path, data: unknown, fields: readonly Field[] = builtInFields): string[] {
  const schema = schemas.get(fields) ?? specJsonSchema(fields);
  schemas.set(fields, schema);
  let nodes: readonly SchemaNode[] = [schema];
  let value = data;
  for (const step of path) {
    value = (value as Record<string | number, unknown>)[step];
    nodes = nodes.flatMap((node) => alternatives(child(node, step))).filter((node) => fits(node, value));
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function child(node: SchemaNode, step: string | number): SchemaNode | undefined {
  return typeof step === "number" ? node.items : node.properties?.[step];
}

function alternatives(node: SchemaNode | undefined): readonly SchemaNode[] {
  return node === undefined ? [] : (node.anyOf ?? node.oneOf ?? [node]);
}

/** Leaves out tables of the other kind. */
function fits({ properties }: SchemaNode, value: unknown): boolean {
  const kind = properties?.["kind"]?.const;
  return kind === undefined || kind === (value as { kind?: unknown } | null)?.kind;
}

import { builtInFields, type Field } from "../spec/fields.js";
import type { SaidService } from "../spec/definition.js";
import type { ServiceHead } from "./catalogue.js";
import { identifierFrom, type NameCase } from "./names.js";

/** What a project's config says about all specs. */
export interface Conventions {
  /** What entries can say. */
  readonly fields: readonly Field[];
  /** What codes are named after, where neither table nor service says it. */
  readonly names?: "message" | "code";
  /** How derived names are written. */
  readonly case: NameCase;
  /** What the config says of services, by their ids. */
  readonly services: Readonly<Record<string, Omit<SaidService, "id">>>;
}

export const defaultConventions: Conventions = { fields: builtInFields, case: "pascal", services: {} };

/** What the specs and the config say together of each service, by its id. */
export function serviceHeads(
  said: readonly SaidService[],
  { names, case: nameCase, services }: Conventions,
): ReadonlyMap<string, ServiceHead> {
  const byId = new Map<string, [SaidService, ...SaidService[]]>();
  for (const each of said) {
    const known = byId.get(each.id);
    if (known) known.push(each);
    else byId.set(each.id, [each]);
  }
  const ofConfig = new Map(Object.entries(services));
  return new Map(
    Array.from(byId, ([id, all]) => {
      const head = headOf([...all, { id, ...ofConfig.get(id) }, { id, names }], nameCase);
      return [id, head];
    }),
  );
}

/** What specs of one service say of it together, the first that says something first. */
export function headOf(
  said: readonly [SaidService, ...SaidService[]],
  nameCase: ServiceHead["case"] = "pascal",
): ServiceHead {
  const first = <Key extends keyof SaidService>(key: Key) =>
    said.find((each) => each[key] !== undefined)?.[key];
  const { id } = said[0];
  const names = first("names");
  return {
    id,
    name: first("name") ?? id,
    prefix: first("prefix") ?? identifierFrom(id),
    ...(names && { names }),
    case: nameCase,
  };
}

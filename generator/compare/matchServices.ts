import type { StateService } from "./stateService.js";

/** Services of two states: the same one, or one that is only there in one state. */
export interface MatchedServices<In extends StateService> {
  readonly pairs: readonly (readonly [before: In, after: In])[];
  readonly removed: readonly In[];
  readonly added: readonly In[];
}

/**
 * Matches specs by their services and the ids of their pages, then by either alone, then pages by their paths. One single
 * service is compared with one single other, whatever they are called.
 */
export function matchServices<In extends StateService>(
  before: readonly In[],
  after: readonly In[],
): MatchedServices<In> {
  const matches = new Map<In, In>();
  for (const keyOf of before.length === 1 && after.length === 1 ? [() => "the only one"] : keys) {
    const matched = new Set(matches.values());
    const left = new Map<string, In[]>();
    for (const each of before) {
      const key = matched.has(each) ? undefined : keyOf(each);
      if (key !== undefined) left.set(key, [...(left.get(key) ?? []), each]);
    }
    for (const each of after) {
      const key = matches.has(each) ? undefined : keyOf(each);
      const match = key === undefined ? undefined : left.get(key)?.shift();
      if (match) matches.set(each, match);
    }
  }
  const matched = new Set(matches.values());
  return {
    pairs: after.flatMap((each) => {
      const match = matches.get(each);
      return match ? [[match, each] as const] : [];
    }),
    removed: before.filter((each) => !matched.has(each)),
    added: after.filter((each) => !matches.has(each)),
  };
}

const keys: readonly ((each: StateService) => string | undefined)[] = [
  ({ origin, service, path }) =>
    origin === "spec" ? `${service.id} ${service.page?.id ?? path}` : undefined,
  ({ origin, service }) => (origin === "spec" ? service.id : undefined),
  ({ service }) => service.page?.id,
  ({ origin, path }) => (origin === "page" ? path : undefined),
];

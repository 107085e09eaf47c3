import { type Change, makeChanges } from "./change.js";
import { compareFields } from "./compareFields.js";
import { type Compared, diffServices, nameChanges } from "./diffServices.js";
import { matchServices } from "./matchServices.js";
import type { StateService } from "./stateService.js";

/** The changes of one service, and where it is in the new state. */
export interface ServiceChanges<In extends StateService> {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly Change[];
  /** Absent where the service is gone. */
  readonly after?: In;
}

/** Every difference between two states of services, a service each, in the order of the new state. */
export function diffStates<In extends StateService>(
  before: readonly In[],
  after: readonly In[],
): ServiceChanges<In>[] {
  const { pairs, removed, added } = matchServices(before, after);
  const named = new Set<string>();
  return [
    ...pairs.map(([a, b]) => {
      // What a service is called is the same for all of its specs.
      const isNamed = named.has(b.service.id);
      named.add(b.service.id);
      return pairChanges(isNamed ? { ...a, spec: { ...a.spec, service: b.spec.service } } : a, b, isNamed);
    }),
    ...firstOfServices(added, before).map((each) => {
      const rest = before.find(({ service }) => service.id === each.service.id);
      const changes = rest ? oneSpec(rest, each, "after") : wholeService("service-added", each);
      return { ...changes, after: each };
    }),
    ...firstOfServices(removed, after).map((each) => {
      const rest = after.find(({ service }) => service.id === each.service.id);
      return rest ? oneSpec(each, rest, "before") : wholeService("service-removed", each);
    }),
  ];
}

/** Without the further specs of services that are on one side only: that of a whole service is told once. */
function firstOfServices<In extends StateService>(specs: readonly In[], otherSide: readonly In[]): In[] {
  const idOf = ({ origin, service }: In) => (origin === "spec" ? service.id : undefined);
  const onBothSides = new Set(otherSide.map(idOf));
  const isFirst = (each: In) => specs.find((other) => idOf(other) === idOf(each)) === each;
  return specs.filter((each) => idOf(each) === undefined || onBothSides.has(idOf(each)) || isFirst(each));
}

/** The rows of a spec that a service has on one side only, while other specs of it are on both. */
function oneSpec(before: StateService, after: StateService, side: "before" | "after") {
  const { id, name } = after.service;
  const nothing = { ...(side === "after" ? after : before).service, tables: [] };
  const whole = wholeOf(before, after);
  const diff =
    side === "after"
      ? diffServices(nothing, after.service, { whole })
      : diffServices(before.service, nothing, { whole });
  return { id, name, changes: diff.changes.filter(({ code }) => code !== undefined) };
}

function wholeOf(before: StateService, after: StateService) {
  return { before: before.whole ?? before.service, after: after.whole ?? after.service };
}

function pairChanges<In extends StateService>(old: In, after: In, isNamed: boolean): ServiceChanges<In> {
  const before = namedLike(after, old);
  // A page says nothing of the service's id, so that it goes by the spec's.
  const named = after.origin === "page" && before.origin === "spec" ? before : after;
  const { id, name } = named.service;
  const compared: Compared =
    before.origin !== after.origin ? "spec-and-page" : after.origin === "spec" ? "specs" : "pages";
  const { service, spec } = namedLike(before, after);
  const whole = after.whole ? wholeOf(before, after) : { before: before.service, after: service };
  const diff = diffServices(before.service, service, { compared, whole });
  const names = compared === "specs" && !isNamed ? nameChanges(before.service, service) : [];
  const known = { ...diff, changes: [...names, ...diff.changes] };
  const changes = compareFields(before.spec, spec, known, compared, service);
  return { id, name, changes: changes.map((change) => ({ ...change, service: id })), after };
}

/** A page that gives no id has that of the page that it is compared with, as it would after an import. */
function namedLike<In extends StateService>(other: In, each: In): In {
  if (!each.isNameless) return each;
  const { service, spec } = each;
  if (!other.service.page || !service.page || !spec.page) return each;
  const { id, label } = other.service.page;
  const { label: _own, ...page } = spec.page;
  const inSpec = other.spec.page?.label;
  return {
    ...each,
    service: { ...service, page: { ...service.page, id, label } },
    spec: { ...spec, page: { ...page, id, ...(inSpec !== undefined && { label: inSpec }) } },
  };
}

function wholeService(kind: "service-added" | "service-removed", { service: { id, name } }: StateService) {
  const change = makeChanges(id)(kind, { [kind === "service-added" ? "after" : "before"]: name });
  return { id, name, changes: [change] };
}

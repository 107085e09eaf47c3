import { type Change, makeChanges } from "./change.js";
import { compareFields } from "./compareFields.js";
import { type Compared, diffServices } from "./diffServices.js";
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
  return [
    ...pairs.map(([a, b]) => pairChanges(a, b)),
    ...added.map((each) => ({ ...wholeService("service-added", each), after: each })),
    ...removed.map((each) => wholeService("service-removed", each)),
  ];
}

function pairChanges<In extends StateService>(old: In, after: In): ServiceChanges<In> {
  const before = namedLike(after, old);
  // A page says nothing of the service's id, so that it goes by the spec's.
  const named = after.origin === "page" && before.origin === "spec" ? before : after;
  const { id, name } = named.service;
  const compared: Compared =
    before.origin !== after.origin ? "spec-and-page" : after.origin === "spec" ? "specs" : "pages";
  const { service, spec } = namedLike(before, after);
  const diff = diffServices(before.service, service, { compared });
  const changes = compareFields(before.spec, spec, diff, compared, service.fields);
  return { id, name, changes: changes.map((change) => ({ ...change, service: id })), after };
}

/** A page that gives no id has that of the page that it is compared with, as it would after an import. */
function namedLike<In extends StateService>(other: In, each: In): In {
  if (!each.isNameless) return each;
  const { service, spec } = each;
  const { id, label } = other.service.page;
  const { label: _own, ...page } = spec.page;
  const inSpec = other.spec.page.label;
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

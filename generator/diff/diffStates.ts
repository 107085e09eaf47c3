import { type Change, changeKinds } from "./change.js";
import { type Compared, diffServices } from "./diffServices.js";
import { matchServices } from "./matchServices.js";
import type { StateService } from "./stateService.js";

/** The changes of one service, and where it stands in the new state. */
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

function pairChanges<In extends StateService>(before: In, after: In): ServiceChanges<In> {
  // A page says nothing of the service's id, so that it goes by the spec's.
  const named = after.origin === "page" && before.origin === "spec" ? before : after;
  const { id, name } = named.service;
  const compared: Compared =
    before.origin !== after.origin ? "spec-and-page" : after.origin === "spec" ? "specs" : "pages";
  const { changes } = diffServices(before.service, after.service, { compared });
  return { id, name, changes: changes.map((change) => ({ ...change, service: id })), after };
}

function wholeService(kind: "service-added" | "service-removed", { service: { id, name } }: StateService) {
  const { level } = changeKinds[kind];
  const change = { kind, level, service: id, [kind === "service-added" ? "after" : "before"]: name };
  return { id, name, changes: [change] };
}

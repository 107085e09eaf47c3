import type { SpecService, Service } from "../catalogue/catalogue.js";
import type { Spec } from "../spec/definition.js";

/** A service as a spec or a page has it, in one of the two states that are compared. */
export interface StateService {
  readonly origin: "spec" | "page";
  readonly service: SpecService;
  /** The service with all its specs; absent if there is one only. */
  readonly whole?: Service;
  /** The fields that are compared. */
  readonly spec: Spec;
  /** Whether it is a page that gives no id of its own. */
  readonly isNameless?: boolean;
  /** Its file, below the folder that was given. */
  readonly path: string;
}

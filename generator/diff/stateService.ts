import type { Service } from "../catalogue/catalogue.js";

/** A service as a spec or a page has it, in one of the two states that are compared. */
export interface StateService {
  readonly origin: "spec" | "page";
  readonly service: Service;
  /** Its file, below the folder that was given. */
  readonly path: string;
}

import type { Service, ServiceHead, SpecService } from "../catalogue/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ExpectedFile } from "../output/manifest.js";
import type { SaidService, Spec } from "../spec/definition.js";
import type { SpecSource } from "./readSpecs.js";

/** What is known of a valid spec without reading it. */
export interface KnownSpec {
  /** What it says of its service. */
  readonly said: SaidService;
  /** What its codes are named after if its tables do not say it. */
  readonly names?: ServiceHead["names"];
  /** The id of its page; absent if it has none. */
  readonly pageId?: string;
  /** The warnings about it. */
  readonly diagnostics: readonly Diagnostic[];
  /** What lint rules find wrong. */
  readonly findings: readonly Diagnostic[];
}

/** What was made of a service for one output folder. */
export interface MadeOfService {
  /** The names of its pages' files, in the order of its specs. */
  readonly pageNames: readonly string[];
  readonly files: readonly ExpectedFile[];
  /** Of what the files about all services say about it. */
  readonly partsDigest: string;
}

/** A spec of a service, and what is known of it. */
export interface LoadedSpec extends KnownSpec {
  readonly source: SpecSource;
  /** What the spec says, if this run read it. */
  readonly read?: { readonly data: Spec; readonly service: SpecService };
}

/** A service that files are made of. */
export interface LoadedService {
  readonly head: ServiceHead;
  /** In order of their paths. */
  readonly specs: readonly LoadedSpec[];
  /** Another one if a spec or the config says something else. */
  readonly key: string;
  /** What an earlier run made of the same specs, for each output folder. */
  readonly made?: readonly MadeOfService[];
  /** Gives the service, and reads the specs for it that this run has not read. */
  readonly service: () => Promise<Service>;
}

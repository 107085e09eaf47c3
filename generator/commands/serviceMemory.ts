import type { Cache } from "../cache/cacheFile.js";
import type { ServiceParts } from "../emit/emitters.js";
import type { MadeOfAll, Remembered, ServiceSummary } from "./loadServices.js";
import type { MadeOutput } from "./makeOutput.js";
import type { SpecSource } from "./readSpecs.js";

/** What runs of the same tool with the same config remember of services. */
export class ServiceMemory implements Remembered {
  readonly #cache: Cache;
  #services: RememberedServices | undefined;
  #parts: ReadonlyMap<string, ServiceParts> | undefined;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** What is known of the service that a spec is about. */
  service({ file, digest }: SpecSource): ServiceSummary | undefined {
    const known = this.#remembered().services.get(file);
    return known?.digest === digest ? known.summary : undefined;
  }

  parts(digest: string): ServiceParts | undefined {
    this.#parts ??= new Map(this.#cache.read("parts.json") as [string, ServiceParts][]);
    return this.#parts.get(digest);
  }

  /** The files about all services. */
  ofAll(): MadeOfAll | undefined {
    return this.#remembered().ofAll;
  }

  /** Remembers services, each with its spec, and the files about all of them. */
  save(
    services: readonly (readonly [SpecSource, ServiceSummary])[],
    { ofAll, parts }: Pick<MadeOutput, "ofAll" | "parts">,
  ): void {
    const known = services.map(([{ file, digest }, summary]) => [file, { digest, summary }]);
    this.#cache.write("services.json", [ofAll, ...known]);
    if (parts) this.#cache.write("parts.json", parts);
  }

  #remembered(): RememberedServices {
    if (this.#services) return this.#services;
    const [ofAll, ...services] = this.#cache.read("services.json") as [
      MadeOfAll?,
      ...[string, RememberedService][],
    ];
    this.#services = { ofAll, services: new Map(services) };
    return this.#services;
  }
}

interface RememberedServices {
  /** By the file of the spec. */
  readonly services: ReadonlyMap<string, RememberedService>;
  readonly ofAll: MadeOfAll | undefined;
}

interface RememberedService {
  /** Of the spec, as it was. */
  readonly digest: string;
  readonly summary: ServiceSummary;
}

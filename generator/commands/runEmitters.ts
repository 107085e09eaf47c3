import { isDeepStrictEqual } from "node:util";
import type { Service } from "../catalogue/catalogue.js";
import type { Emitter, EmitOptions, OutputFile } from "../emit/emitter.js";
import { type EmitterUse, emitterOf } from "../emit/emitters.js";
import { manifestPath } from "../output/manifest.js";
import { lockFolder, stagingFolder } from "../output/runFolders.js";
import type { ServiceParts } from "../project/projectMemory.js";
import { CodeFailure, codeFailure, placeOfError } from "../project/ownCode/codeFailure.js";
import { deepFrozen } from "../project/ownCode/deepFrozen.js";
import { guarded } from "../project/ownCode/guarded.js";
import { inputRules } from "../rules/inputRules.js";

/** The emitters that write into one folder. */
export interface RunningEmitters {
  /** The files of one service. */
  service(service: Service): Promise<OutputFile[]>;
  /** What the emitters want to know of a service for the files about all of them. */
  parts(service: Service): Promise<ServiceParts>;
  /** The files about all services. */
  all(services: readonly ServiceParts[]): Promise<OutputFile[]>;
}

/** What is known of the project that code of people's own is in. */
interface Surroundings {
  readonly cwd: string;
  readonly configFile: string;
  /** Whether a file is there as it should be. */
  readonly isInPlace: (file: OutputFile) => boolean;
}

/**
 * Loads emitters, and runs them over services. Those that people wrote are watched: what goes wrong in one of them
 * is told with its name, as is a path that is given twice.
 */
export async function runEmitters(
  uses: readonly EmitterUse[],
  options: Omit<EmitOptions, "own">,
  surroundings: Surroundings,
): Promise<RunningEmitters> {
  const hasOwn = uses.some(({ use }) => typeof use === "object");
  const emitters = await Promise.all(
    uses.map(async (use) => {
      const { importExtension = options.importExtension } = use;
      const emitter = await emitterOf(use);
      const given = { ...options, importExtension, own: use.options };
      return typeof use.use === "object" ? watched(emitter, given, surroundings) : bare(emitter, given);
    }),
  );
  const isOnce = new Set(uses.map(({ use }) => use)).size === uses.length;
  const claim = hasOwn || !isOnce ? pathClaims(surroundings) : undefined;
  /** What is wrong with emitters; one that has failed is not asked again. */
  const failures = new Map<RunningEmitter, CodeFailure>();
  return {
    service: (service) => {
      const given = hasOwn ? deepFrozen(service) : service;
      return filesOf((emitter) => emitter.service(given), `the service ${service.id}`);
    },
    parts: async (service) => {
      const parts: unknown[] = [];
      for (const emitter of emitters) parts.push(await attempt(emitter, () => emitter.part(service)));
      return parts;
    },
    all: async (services) => {
      const files = await filesOf((emitter) => {
        const index = emitters.indexOf(emitter);
        return emitter.all(services.map((service) => service[index]));
      }, "all services");
      if (failures.size === 0) return files;
      throw new CodeFailure([...failures.values()].flatMap(({ diagnostics }) => diagnostics));
    },
  };

  async function filesOf(
    work: (emitter: RunningEmitter) => Promise<readonly OutputFile[]>,
    about: string,
  ): Promise<OutputFile[]> {
    const all: OutputFile[] = [];
    for (const emitter of emitters) {
      const files = await attempt(emitter, async () => {
        const made = await work(emitter);
        for (const { path } of claim ? made : []) claim?.(path, `"${emitter.name}" for ${about}`);
        return made;
      });
      all.push(...(files ?? []));
    }
    return all;
  }

  async function attempt<Value>(
    emitter: RunningEmitter,
    work: () => Promise<Value>,
  ): Promise<Value | undefined> {
    if (failures.has(emitter)) return undefined;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CodeFailure)) throw error;
      failures.set(emitter, error);
      return undefined;
    }
  }
}

/** An emitter with its options. */
interface RunningEmitter {
  readonly name: string;
  service(service: Service): Promise<readonly OutputFile[]>;
  part(service: Service): Promise<unknown>;
  all(parts: readonly unknown[]): Promise<readonly OutputFile[]>;
}

function bare(emitter: Emitter<unknown>, options: EmitOptions): RunningEmitter {
  return {
    name: emitter.name,
    service: async (service) => (emitter.service ? emitter.service(service, options) : []),
    part: (service) => Promise.resolve(emitter.all && (emitter.part ? emitter.part(service) : service)),
    all: async (parts) => (emitter.all ? emitter.all(parts, options) : []),
  };
}

function watched(
  emitter: Emitter<unknown>,
  options: EmitOptions,
  { cwd, configFile, isInPlace }: Surroundings,
): RunningEmitter {
  const running = bare(emitter, options);
  const { name } = emitter;
  return {
    name,
    service: (service) => files(`the service ${service.id}`, () => running.service(service)),
    part: (service) => answer(`the service ${service.id}`, () => running.part(service)),
    all: (parts) => files("all services", () => running.all(parts)),
  };

  async function answer<Value>(about: string, work: () => Promise<Value>): Promise<Value> {
    const given = await guarded(work);
    if ("value" in given) return given.value;
    const message = `The emitter "${name}" fails for ${about}: ${given.reason}.`;
    throw codeFailure(inputRules["emitter-failed"], placeOfError(cwd, configFile, given.error), message);
  }

  async function files(about: string, work: () => Promise<unknown>): Promise<readonly OutputFile[]> {
    const made = await answer(about, work);
    const mistake = mistakeInFiles(made);
    if (mistake !== undefined) throw failure(about, mistake);
    const given = (made as readonly OutputFile[]).map(({ path, text }) => ({ path, text }));
    // What is to be written has to be the same the next time, or it would never be up to date.
    if (!given.every(isInPlace) && !isDeepStrictEqual(await answer(about, work), made))
      throw failure(about, "it gives other files when it is called again");
    return given;
  }

  function failure(about: string, reason: string) {
    const message = `The emitter "${name}" fails for ${about}: ${reason}.`;
    return codeFailure(inputRules["emitter-failed"], configFile, message);
  }
}

function mistakeInFiles(files: unknown): string | undefined {
  if (!Array.isArray(files)) return "it gives no list of files";
  for (const file of files as readonly unknown[]) {
    const { path, text } = Object(file) as Partial<Record<keyof OutputFile, unknown>>;
    if (typeof path !== "string" || typeof text !== "string")
      return "it gives a file without a text for `path`, or without one for `text`";
    const mistake = mistakeInPath(path);
    if (mistake !== undefined) return `it gives a file with the path ${JSON.stringify(path)}, ${mistake}`;
    if (/\p{Cs}/u.test(text)) return `the text of "${path}" has half a character (a lone surrogate)`;
  }
  return undefined;
}

/** What is wrong with the path of a file, on any disk. */
function mistakeInPath(path: string): string | undefined {
  const parts = path.split("/");
  const [first = ""] = parts;
  if (parts.some((part) => part === "" || part === "." || part === ".."))
    return "which has an empty part, or one of dots";
  if (/[\u0000-\u001f\u007f\\:*?"<>|]|[ .](?:\/|$)/.test(path) || /\p{Cs}/u.test(path))
    return "which has a sign that not all disks take";
  if (path.length > 200) return "which is too long";
  if (path.toLowerCase() === manifestPath || [stagingFolder, lockFolder].includes(first.toLowerCase()))
    return "which statusgen needs itself";
  return undefined;
}

/** Tells who gives which path, and refuses what another one gives already, also as a folder; some disks ignore case. */
function pathClaims({ configFile }: Surroundings): (path: string, by: string) => void {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  return (path, by) => {
    const key = path.toLowerCase();
    const above = key.split("/").flatMap((_, index, parts) => parts.slice(0, index).join("/") || []);
    const other = files.get(key) ?? folders.get(key) ?? above.flatMap((each) => files.get(each) ?? [])[0];
    if (other !== undefined)
      throw codeFailure(
        inputRules["shared-path"],
        configFile,
        `The path "${path}" is given by ${other} and by ${by}.`,
        "Give one of them another path, or a folder of its own with `output`; nothing was written.",
      );
    files.set(key, by);
    for (const folder of above) folders.set(folder, by);
  };
}

import { pageIdOfFile } from "../page/pageIdOf.js";
import { fileNameOf } from "../sources/pageSource.js";

interface NewSpec {
  /** The path or address of its page. */
  readonly source: string;
  readonly serviceId: string;
}

/**
 * The names of new specs' files, by the sources of their pages: the service's id; where that is taken,
 * service and page.
 *
 * @param isTaken - whether the folder has something of that name
 */
export function newSpecFiles(
  specs: readonly NewSpec[],
  isTaken: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // No two services have one id, so that all that are not taken can be given first.
  for (const { source, serviceId } of specs) {
    if (!isTaken(`${serviceId}.yaml`)) names.set(source, `${serviceId}.yaml`);
  }
  for (const { source, serviceId } of specs.filter((spec) => !names.has(spec.source))) {
    const given = new Set(names.values());
    const name = `${serviceId}-${pageIdOfFile(fileNameOf(source))}`;
    let [file, number] = [`${name}.yaml`, 2];
    while (isTaken(file) || given.has(file)) file = `${name}-${number++}.yaml`;
    names.set(source, file);
  }
  return names;
}

import { pageIdOfFile } from "../page/pageIdOf.js";
import { fileNameOf } from "../sources/pageSource.js";

interface NewSpec {
  /** The path or address of its page. */
  readonly source: string;
  readonly serviceId: string;
}

/**
 * The names of new specs' files, by the sources of their pages: the service's id; if the service has other specs, or
 * the name is taken, service and page.
 *
 * @param isNew - whether there is no spec of a service yet
 * @param isTaken - whether the folder has something of that name
 */
export function newSpecFiles(
  specs: readonly NewSpec[],
  isNew: (serviceId: string) => boolean,
  isTaken: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const isOnly = (id: string) => specs.filter(({ serviceId }) => serviceId === id).length === 1;
  for (const { source, serviceId } of specs) {
    if (isNew(serviceId) && isOnly(serviceId) && !isTaken(`${serviceId}.yaml`))
      names.set(source, `${serviceId}.yaml`);
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

import { pathToFileURL } from "node:url";
import { loadedFiles } from "../package/loadedFiles.js";
import { timeImports } from "./imports.js";
import type { Installation, InstalledPackage } from "./installation.js";
import { publintProblems, typeProblems } from "./problems.js";
import { showSummary } from "./statistics.js";
import { nothing, type Row } from "./table.js";

/** What a package costs to import: ours a service, and as a whole; the others as a whole, as there is no less. */
export async function importRows(installation: Installation): Promise<readonly Row[]> {
  const { folder } = installation;
  const subjects = [...installation.packages.keys()];
  const wanted = [
    { text: "import of a service", specifiers: subjects.map(({ specifier }) => specifier) },
    { text: "import of the package", specifiers: subjects.map(({ name }) => name) },
  ];
  const times = await timeImports([...new Set(wanted.flatMap(({ specifiers }) => specifiers))], folder);
  const timeOf = (specifier: string) => {
    const time = times.get(specifier);
    if (time === undefined) throw new Error(`The import of ${specifier} was not measured.`);
    return time;
  };
  const counts = await Promise.all(
    wanted[0]?.specifiers.map(async (specifier) => {
      const urls = await loadedFiles(specifier, folder);
      return urls.filter((url) => url.startsWith(pathToFileURL(`${folder}/node_modules/`).href)).length;
    }) ?? [],
  );
  return [
    ...wanted.map(({ text, specifiers }, index) => {
      const [own, ...others] = specifiers.map((specifier) => timeOf(specifier).median);
      return {
        figure: `${text}: CPU µs over an empty module`,
        cells: specifiers.map((specifier) => showSummary(timeOf(specifier), 0)),
        ...(index === 0 && {
          target: {
            text: "< every peer's",
            isReached: others.every((time) => own !== undefined && own < time),
          },
        }),
      };
    }),
    {
      figure: "files loaded by that import of a service",
      cells: counts.map(String),
      target: { text: "1", isReached: counts[0] === 1 },
    },
  ];
}

/** What there is to say about a package as it is published. */
export async function publishedRows({ packages }: Installation): Promise<readonly Row[]> {
  const all = [...packages];
  const lint = await Promise.all(all.map(([, installed]) => publintProblems(installed)));
  const types = await Promise.all(all.map(([subject, installed]) => typeProblems(subject, installed)));
  const figure = (value: (installed: InstalledPackage) => number) =>
    all.map(([, installed]) => value(installed));
  const sizes = figure(({ unpackedSize }) => unpackedSize);
  const counts = figure(({ dependencyCount }) => dependencyCount);
  return [
    {
      figure: "problems, publint --strict",
      cells: lint.map(({ length }) => String(length)),
      target: { text: "0", isReached: lint[0]?.length === 0 },
    },
    {
      figure: "problems, Are the types wrong?",
      cells: types.map((problems) => (problems === undefined ? nothing : String(problems.length))),
      target: { text: "0", isReached: types[0]?.length === 0 },
    },
    {
      figure: "bytes, unpacked",
      cells: sizes.map(String),
      target: { text: "< 60000", isReached: (sizes[0] ?? Infinity) < 60_000 },
    },
    {
      figure: "dependencies",
      cells: counts.map(String),
      target: { text: "0", isReached: counts[0] === 0 },
    },
  ];
}

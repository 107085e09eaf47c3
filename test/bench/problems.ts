import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import type { InstalledPackage } from "./installation.js";
import type { Subject } from "./subjects.js";

/** What publint, in its strict mode, finds wrong in a package: the codes of its messages. */
export async function publintProblems({ tarball }: InstalledPackage): Promise<readonly string[]> {
  const { messages } = await publint({ strict: true, pack: { tarball: tarball.buffer } });
  return messages.map(({ code }) => code);
}

/** What Are the types wrong? finds in a package: the kinds of problems, or undefined without types. */
export async function typeProblems(
  { entryPoints }: Subject,
  { tarball, typesTarball }: InstalledPackage,
): Promise<readonly string[] | undefined> {
  const bare = createPackageFromTarballData(tarball);
  const whole =
    typesTarball === undefined ? bare : bare.mergedWithTypes(createPackageFromTarballData(typesTarball));
  const result = await checkPackage(whole, { includeEntrypoints: [...entryPoints] });
  return result.types === false ? undefined : result.problems.map(({ kind }) => kind);
}

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The version that the nearest `package.json` has, from a folder upwards; one without a version is none. */
export async function nearestVersion(folder: string): Promise<string | undefined> {
  const version = await versionIn(folder);
  if (version !== undefined || dirname(folder) === folder) return version;
  return nearestVersion(dirname(folder));
}

async function versionIn(folder: string): Promise<string | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const isData = typeof manifest === "object" && manifest !== null && "version" in manifest;
    return isData && typeof manifest.version === "string" ? manifest.version : undefined;
  } catch {
    // There is none, or it is not ours to mend: a version is only a suggestion.
    return undefined;
  }
}

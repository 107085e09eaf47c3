import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";
import type { ActualFile, ActualOutput } from "./compareOutput.js";
import { inSlices } from "./inSlices.js";
import { isManifest, manifestPath, parseManifest, textDigest } from "./manifest.js";
import { lockFolder, stagingFolder } from "./runFolders.js";
import { largestRead, textAt } from "./textAt.js";

type OutputEntry = Pick<Dirent, "name" | "isFile" | "isDirectory">;

/** Gives the digest of a file, which is read unless its digest is known. */
type DigestOf = (path: string, read: () => string | undefined) => string | undefined;

/**
 * Lists every file below the output folder, whether Git knows it or not, to be read when its digest is asked
 * for; a folder that is not there is empty. Links are not followed.
 *
 * @param digestOf asked before a file is read
 * @param state `locked` by this run, whose lock is then left out
 * @throws where a folder or a file must not or cannot be read: what is not seen would be taken for missing
 */
export async function readOutput(
  folder: string,
  digestOf: DigestOf = (_path, read) => read(),
  state: "free" | "locked" = "free",
): Promise<ActualOutput> {
  const files = new Map<string, ActualFile | undefined>();
  const folders = new Set<string>();
  await inSlices(entriesBelow(folder), ([path, entry]) => {
    if (path === lockFolder && state === "locked") return;
    if (entry.isDirectory()) folders.add(path);
    else files.set(path, entry.isFile() ? fileAt(join(folder, path), digestOf) : undefined);
  });
  const manifests = readManifests(folder, files);
  // Nearly all that will be asked for.
  await inSlices(manifests.manifest.keys(), (path) => files.get(path)?.digest(largestRead));
  return { files, folders, ...manifests };
}

function* entriesBelow(root: string): Generator<[path: string, entry: OutputEntry]> {
  const folders = [""];
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      yield [path, entry];
    }
  }
}

/** What is in a folder; nothing where there is none. */
export function entriesOf(folder: string): readonly OutputEntry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const isReadable = entries.every(({ name }) => !name.includes("\uFFFD"));
    return isReadable ? entries : readdirSync(folder, { withFileTypes: true, encoding: "buffer" }).map(named);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** An entry whose name may be no text: then it is none of ours, and only named, with its bytes as `\xe9`. */
function named(entry: Dirent<Buffer>): OutputEntry {
  const { name } = entry;
  if (isUtf8(name))
    return {
      name: name.toString(),
      isFile: () => entry.isFile(),
      isDirectory: () => entry.isDirectory(),
    };
  const shown = name
    .toString("latin1")
    .replaceAll(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
  return { name: shown, isFile: () => false, isDirectory: () => false };
}

/** A run that was cut off has left the manifest of what it was about to write. */
function readManifests(folder: string, files: ActualOutput["files"]) {
  const [main, left] = [manifestPath, `${stagingFolder}/${manifestPath}`].map((path) =>
    files.get(path) ? textAt(join(folder, path), largestRead) : "",
  );
  return {
    manifest: parseManifest(`${main ?? ""}\n${left ?? ""}`),
    hasManifest: main !== undefined && isManifest(main),
  };
}

function fileAt(path: string, digestOf: DigestOf): ActualFile {
  let digest: string | undefined;
  const read = (most: number) => {
    const text = textAt(path, most);
    return text === undefined ? undefined : textDigest(text);
  };
  return { digest: (most) => (digest ??= digestOf(path, () => read(most))) };
}

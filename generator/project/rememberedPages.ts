import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { memoryFolder } from "../memory/memory.js";
import { textAt } from "../output/textAt.js";
import { largestFile } from "../sources/disk.js";
import { type FetchedPage, type FetchLimits, fetchPage } from "../sources/fetchPage.js";

type Fetched = Exclude<Awaited<ReturnType<typeof fetchPage>>, "unchanged">;

/** A page and what the server said of it, as they are kept; the digest tells a damaged file. */
interface Kept extends Omit<FetchedPage, "bytes"> {
  readonly digest: string;
  /** The page in Base64. */
  readonly page: string;
}

/** Fetches a page, unless the server says that it is the one that was fetched before. */
export async function fetchRemembered(project: string, url: string, limits: FetchLimits): Promise<Fetched> {
  const folder = memoryFolder(project);
  const path = folder === undefined ? undefined : join(folder, "pages", `${digestOf(Buffer.from(url))}.json`);
  const known = path === undefined ? undefined : keptAt(path);
  const fetched = await fetchPage(url, limits, known);
  if (fetched === "unchanged") return known ?? { reason: "the server answers 304", help: "Try again." };
  if (path !== undefined && "bytes" in fetched && (fetched.etag ?? fetched.lastModified) !== undefined) {
    const { bytes, ...about } = fetched;
    const kept: Kept = { ...about, digest: digestOf(bytes), page: Buffer.from(bytes).toString("base64") };
    await keep(path, JSON.stringify(kept));
  }
  return fetched;
}

async function keep(path: string, text: string): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    await writeFileAtomic(path, text);
  } catch {
    // A folder that cannot be written holds nothing of ours.
  }
}

function keptAt(path: string): FetchedPage | undefined {
  try {
    const { digest, page, ...about } = JSON.parse(textAt(path, largestFile * 2) ?? "") as Kept;
    const bytes = Buffer.from(page, "base64");
    return digestOf(bytes) === digest ? { ...about, bytes } : undefined;
  } catch {
    // Without it, the page is fetched as if for the first time.
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

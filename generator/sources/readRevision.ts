import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { errorCode } from "../diagnostics/errorCode.js";
import { largestFile } from "./disk.js";

/** A file of a git revision: its path below what was asked for (`""` for a file itself), and its bytes. */
interface RevisionFile {
  readonly path: string;
  /** Absent where it has more than a spec or a page may have. */
  readonly bytes?: Uint8Array;
}

/** What a git revision has at a path, or why that cannot be told. */
export type Revision =
  | { readonly kind: "file" | "folder"; readonly files: readonly RevisionFile[] }
  | { readonly kind: "unreadable"; readonly reason: string; readonly help: string };

const helpWithRevision =
  "Give a revision and a path that git knows, such as HEAD~3:spec; the path is relative to the repository's root, or to this folder if it begins with ./.";

const helpWithShallowClone =
  "Fetch the whole history with `git fetch --unshallow --tags`; actions/checkout does so with `fetch-depth: 0`.";

const helpWithObject = "Fetch what is missing with `git fetch --refetch`, or make a new clone.";

/**
 * Reads a file, or the files below a folder, of a git revision.
 *
 * @param cwd - a folder in the repository
 * @param place - revision and path, such as `HEAD~3:spec`
 * @param isWanted - which files of a folder are read, by their paths
 */
export async function readRevision(
  cwd: string,
  place: string,
  isWanted: (path: string) => boolean,
): Promise<Revision> {
  try {
    // A name that begins with a dash would be an option of git's.
    if (place.startsWith("-")) throw new GitFailed("a revision cannot begin with a dash");
    const type = (await git(cwd, ["cat-file", "-t", place])).toString("utf8").trim();
    if (type === "blob") {
      const id = (await git(cwd, ["rev-parse", "--verify", place])).toString("utf8").trim();
      return { kind: "file", files: await readObjects(cwd, [{ path: "", id }]) };
    }
    // Without --full-tree a working folder below the root would leave out what is not of its own name.
    const listed = parseTree(await git(cwd, ["ls-tree", "-r", "-z", "--full-tree", place]));
    return {
      kind: "folder",
      files: await readObjects(
        cwd,
        listed.filter(({ path }) => isWanted(path)),
      ),
    };
  } catch (error) {
    if (error instanceof GitFailed) return unreadable(cwd, place, error);
    if (errorCode(error) === "ENOENT") {
      const help = "Install git, or give files or folders.";
      return { kind: "unreadable", reason: "git is not installed", help };
    }
    throw error;
  }
}

/** Says why git gave nothing: what a shallow clone lacks is not a slip of the user's. */
async function unreadable(
  cwd: string,
  place: string,
  { message: reason, help }: GitFailed,
): Promise<Revision> {
  if (place.startsWith("-")) return { kind: "unreadable", reason, help };
  const id = await answer(cwd, ["rev-parse", "--verify", "--quiet", place]);
  if (id !== "" && help === helpWithRevision)
    return { kind: "unreadable", reason: `the object ${id} cannot be read: ${reason}`, help: helpWithObject };
  const revision = place.slice(0, place.indexOf(":"));
  const isLacking = revision !== "" && (await answer(cwd, ["rev-parse", "--verify", revision])) === "";
  const isShallow = (await answer(cwd, ["rev-parse", "--is-shallow-repository"])) === "true";
  if (!isLacking || !isShallow) return { kind: "unreadable", reason, help };
  return { kind: "unreadable", reason: `${reason}; this clone is shallow`, help: helpWithShallowClone };
}

/** What git answers in one line, or nothing where it fails. */
async function answer(cwd: string, args: readonly string[]): Promise<string> {
  return git(cwd, args).then(
    (output) => output.toString("utf8").trim(),
    () => "",
  );
}

/** A file of a tree, and the object that has its content. */
interface TreeFile {
  readonly path: string;
  readonly id: string;
}

/** The files of a tree: links and submodules are none. */
function parseTree(listing: Buffer): TreeFile[] {
  const lines = listing.toString("utf8").split("\0");
  return lines.flatMap((line) => {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    return id !== undefined && path !== undefined ? [{ path, id }] : [];
  });
}

/** Reads many objects by one process: one a file would take a second for a hundred files. */
async function readObjects(cwd: string, files: readonly TreeFile[]): Promise<RevisionFile[]> {
  const sizes = await sizesOf(cwd, files);
  const small = files.filter((_, index) => (sizes[index] ?? 0) <= largestFile);
  const ids = [...new Set(small.map(({ id }) => id))];
  const output = await batch(cwd, "--batch", ids);
  const contents = new Map<string, Buffer>();
  let offset = 0;
  for (const id of ids) {
    const headerEnd = output.indexOf("\n", offset);
    const end = headerEnd + 1 + sizeIn(output.toString("latin1", offset, headerEnd), id);
    contents.set(id, contentOf(id, output.subarray(headerEnd + 1, end)));
    offset = end + 1;
  }
  return files.map(({ path, id }) => {
    const bytes = contents.get(id);
    return bytes ? { path, bytes } : { path };
  });
}

async function sizesOf(cwd: string, files: readonly TreeFile[]): Promise<number[]> {
  const ids = files.map(({ id }) => id);
  const lines = (await batch(cwd, "--batch-check", ids)).toString("latin1").split("\n");
  return ids.map((id, index) => sizeIn(lines[index] ?? "", id));
}

async function batch(cwd: string, option: string, ids: readonly string[]): Promise<Buffer> {
  return ids.length === 0 ? Buffer.alloc(0) : git(cwd, ["cat-file", option], `${ids.join("\n")}\n`);
}

/** The size that git gives for an object; of one that it lacks, as in a partial clone, it says `<id> missing`. */
function sizeIn(line: string, id: string): number {
  const [name, type, size] = line.split(" ");
  if (name === id && type === "blob" && /^\d+$/.test(size ?? "")) return Number(size);
  throw new GitFailed(`the repository has no object ${id}`, helpWithObject);
}

/** What an object holds. Git does not look whether a damaged repository has it under another's name. */
function contentOf(id: string, bytes: Buffer): Buffer {
  const hash = createHash(id.length === 40 ? "sha1" : "sha256")
    .update(`blob ${bytes.length}\0`)
    .update(bytes);
  if (hash.digest("hex") === id) return bytes;
  throw new GitFailed(`the object ${id} is damaged`, helpWithObject);
}

/** What git said when it could not do as it was told, and what to do. */
class GitFailed extends Error {
  readonly help: string;

  constructor(reason: string, help = helpWithRevision) {
    super(reason);
    this.help = help;
  }
}

/**
 * A strange repository can name programs and servers in its config. Git is to run none and to ask none, and
 * to read objects as they are.
 */
const inert = [
  "safe.bareRepository=explicit",
  "protocol.allow=never",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
];
const options = ["--no-pager", ...inert.flatMap((each) => ["-c", each])];
const environment = {
  GIT_ALLOW_PROTOCOL: "none",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  // Its words are read, so in English.
  LC_ALL: "C",
};

function git(cwd: string, args: readonly string[], input = ""): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // No shell: what a user gives as a revision is never a command.
    const child = spawn("git", [...options, ...args], { cwd, env: { ...process.env, ...environment } });
    const output: Buffer[] = [];
    let words = "";
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (words += text));
    child.on("error", reject);
    child.on("close", (code) => {
      const [said = ""] = words.replace(/^fatal: /, "").split("\n");
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new GitFailed(said.replace(/\.$/, "")));
    });
    // Git may end before it has read all; what it says then is the reason.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

import { spawn } from "node:child_process";
import { errorCode } from "../diagnostics/errorCode.js";

/** A file of a git revision: its path below what was asked for (`""` for a file itself), and its bytes. */
interface RevisionFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a git revision has at a path, or why that cannot be told. */
export type Revision =
  | { readonly kind: "file" | "folder"; readonly files: readonly RevisionFile[] }
  | { readonly kind: "unreadable"; readonly reason: string; readonly help: string };

const helpWithRevision =
  "Give a revision and a path that git knows, such as HEAD~3:spec; the path counts from the repository's root, or from here with ./ before it.";

const helpWithShallowClone =
  "Fetch the whole history with `git fetch --unshallow --tags`; actions/checkout does so with `fetch-depth: 0`.";

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
    if (place.startsWith("-")) throw new GitFailed("no revision begins with a dash");
    const type = (await git(cwd, ["cat-file", "-t", place])).toString("utf8").trim();
    if (type === "blob") {
      return { kind: "file", files: [{ path: "", bytes: await git(cwd, ["cat-file", "blob", place]) }] };
    }
    // Without --full-tree a working folder below the root would leave out what is not of its own name.
    const listed = parseTree(await git(cwd, ["ls-tree", "-r", "-z", "--full-tree", place]));
    const wanted = listed.filter(({ path }) => isWanted(path));
    const bytes = await readObjects(
      cwd,
      wanted.map(({ id }) => id),
    );
    return {
      kind: "folder",
      files: wanted.flatMap(({ path }, index) => {
        const content = bytes[index];
        return content ? [{ path, bytes: content }] : [];
      }),
    };
  } catch (error) {
    if (error instanceof GitFailed) return unreadable(cwd, place, error.message);
    if (errorCode(error) === "ENOENT") {
      const help = "Install git, or give files or folders.";
      return { kind: "unreadable", reason: "git is not installed", help };
    }
    throw error;
  }
}

/** Says why git gave nothing: what a shallow clone lacks is not a slip of the user's. */
async function unreadable(cwd: string, place: string, reason: string): Promise<Revision> {
  const revision = place.slice(0, place.indexOf(":"));
  const isLacking = revision !== "" && (await answer(cwd, ["rev-parse", "--verify", revision])) === "";
  const isShallow = (await answer(cwd, ["rev-parse", "--is-shallow-repository"])) === "true";
  if (!isLacking || !isShallow) return { kind: "unreadable", reason, help: helpWithRevision };
  return { kind: "unreadable", reason: `${reason}; this clone is shallow`, help: helpWithShallowClone };
}

/** What git answers in one line, or nothing where it fails. */
async function answer(cwd: string, args: readonly string[]): Promise<string> {
  return git(cwd, args).then(
    (output) => output.toString("utf8").trim(),
    () => "",
  );
}

/** The files of a tree: links and submodules are none. */
function parseTree(listing: Buffer): { path: string; id: string }[] {
  const lines = listing.toString("utf8").split("\0");
  return lines.flatMap((line) => {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    return id !== undefined && path !== undefined ? [{ path, id }] : [];
  });
}

/** Reads many objects by one process: one a file would take a second for a hundred files. */
async function readObjects(cwd: string, ids: readonly string[]): Promise<Buffer[]> {
  if (ids.length === 0) return [];
  const output = await git(cwd, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  let offset = 0;
  return ids.map(() => {
    const headerEnd = output.indexOf("\n", offset);
    const size = Number(output.subarray(offset, headerEnd).toString("latin1").split(" ")[2]);
    offset = headerEnd + 1 + size + 1;
    return output.subarray(headerEnd + 1, headerEnd + 1 + size);
  });
}

/** What git said when it could not do as it was told. */
class GitFailed extends Error {}

function git(cwd: string, args: readonly string[], input = ""): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // No shell: what a user gives as a revision is never a command. Its words are read, so in English.
    const child = spawn("git", args, { cwd, env: { ...process.env, LC_ALL: "C" } });
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

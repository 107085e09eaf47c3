import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Says about every module that Node is about to load where it is; prints, as it runs in a thread of its own. */
const hook = `
  import { writeSync } from "node:fs";
  export function load(url, context, nextLoad) {
    writeSync(1, url + "\\n");
    return nextLoad(url, context);
  }`;

const registerHook = `
  import { register } from "node:module";
  register(${JSON.stringify(dataUrl(hook))});`;

/** The files that Node loads to import a module from a folder, as URLs; manifests aside. */
export async function loadedFiles(specifier: string, folder: string): Promise<readonly string[]> {
  // Node loads what CommonJS requires without asking the hook, but keeps it in a cache.
  const program = `
    import { createRequire } from "node:module";
    import { pathToFileURL } from "node:url";
    await import(${JSON.stringify(specifier)});
    for (const path in createRequire(import.meta.url).cache) console.log(pathToFileURL(path).href);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", dataUrl(registerHook), "--input-type=module", "--eval", program],
    { cwd: folder },
  );
  const urls = stdout.split("\n").filter((url) => url.startsWith("file:") && !url.includes("[eval"));
  return [...new Set(urls)].sort();
}

function dataUrl(module: string): string {
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

// Loaded before the tool: lets one call to the file system fail, chosen by its number, or counts them all.
// Only calls about the project count; those by which Node loads the tool itself are not the tool's.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const { FAULT_AT = "0", FAULT_CODE = "EIO", FAULT_LOG } = process.env;
const faultAt = Number(FAULT_AT);
const root = process.cwd();
const names = ["access", "copyFile", "lstat", "mkdir", "mkdtemp", "open", "opendir", "readFile", "readdir"];
names.push(
  "readlink",
  "realpath",
  "rename",
  "rm",
  "rmdir",
  "stat",
  "symlink",
  "unlink",
  "utimes",
  "writeFile",
);
const original = { appendFileSync: fs.appendFileSync, writeFileSync: fs.writeFileSync };
const calls = [];

process.on("exit", () => {
  if (FAULT_LOG) original.appendFileSync(FAULT_LOG, calls.map((call) => `${call}\n`).join(""));
});

for (const name of names) {
  fs.promises[name] = failing(fs.promises[name], name, (_, error) => Promise.reject(error));
  fs[name] = failing(fs[name], name, (args, error) => void process.nextTick(args.at(-1), error));
  fs[`${name}Sync`] = failing(fs[`${name}Sync`], name, (_, error) => {
    throw error;
  });
}
syncBuiltinESMExports();

function failing(call, name, fail) {
  return Object.assign(function (...args) {
    const path = pathOf(args[0]);
    if (path !== root && !path.startsWith(root + sep)) return call.apply(this, args);
    calls.push(`${name} ${path.slice(root.length + 1)}`);
    if (calls.length !== faultAt) return call.apply(this, args);
    // A disk that is full has taken the first part.
    if (name === "writeFile") original.writeFileSync(path, String(args[1]).slice(0, 100));
    const error = new Error(`${FAULT_CODE}: injected, ${name} '${path}'`);
    return fail(args, Object.assign(error, { code: FAULT_CODE, syscall: name, path }));
  }, call);
}

function pathOf(given) {
  return given instanceof URL ? fileURLToPath(given) : String(given);
}

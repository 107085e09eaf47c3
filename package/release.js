// Prepares a release, to be committed and tagged: `npm run release -- minor`, or another level that npm knows.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [level = ""] = process.argv.slice(2);
if (!/^(?:major|minor|patch|\d+\.\d+\.\d+(?:-[\w.]+)?)$/.test(level)) {
  fail("Give a level, major, minor or patch, or a version: npm run release -- minor");
}
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const changelog = readFileSync("CHANGELOG.md", "utf8");
if (!/^## Unreleased\n+(?!## )\S/m.test(changelog)) fail("CHANGELOG.md says nothing under Unreleased.");

npm("version", level, "--no-git-tag-version");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
npm("version", version, "--no-git-tag-version", "--workspace", "statusgen");
const today = new Date().toISOString().slice(0, 10);
writeFileSync("CHANGELOG.md", changelog.replace(/^## Unreleased\n/m, `$&\n## ${version} – ${today}\n`));
const manual = readFileSync("CONTRIBUTING.md", "utf8");
writeFileSync("CONTRIBUTING.md", manual.replaceAll(/(?<=-)\d+\.\d+\.\d+\S*(?=\.tgz)/g, version));
// Headers, and the documentation that shows them, name the version.
npm("run", "generate");
npm("exec", "--", "vitest", "run", "--project", "quick", "test/docs", "test/report", "-u");
console.log(
  `Next: git commit --all --message "Release ${version}" && git tag v${version} && git push --tags origin main`,
);

function npm(...args) {
  const { status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) fail(`npm ${args.join(" ")} failed.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/*
 * Takes inputs from its parent, one at a time, and imports and generates them as a user would; tells what came
 * of each, the processor time that it took, and the most memory that the process has had.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generate, importPages } from "statusgen";

process.on("message", (input) => {
  void outcomeOf(input).then((outcome) => process.send(outcome));
});

async function outcomeOf({ files }) {
  const cwd = await mkdtemp(join(tmpdir(), "statusgen-search-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  const start = process.cpuUsage();
  const result = await resultOf(cwd, "page.rst" in files);
  const { user, system } = process.cpuUsage(start);
  await rm(cwd, { recursive: true, force: true });
  return { result, milliseconds: (user + system) / 1000, mebibytes: process.resourceUsage().maxRSS / 1024 };
}

async function resultOf(cwd, isPage) {
  try {
    const imported = isPage ? await importPages({ cwd, pages: ["page.rst"], write: true }) : undefined;
    const isRefused = imported !== undefined && imported.specs.length === 0;
    const { diagnostics, exitCode } = isRefused ? imported : await generate({ cwd });
    const rules = [...new Set(diagnostics.map(({ rule }) => rule))];
    if (exitCode === 0) return isPage ? "imported and generated" : "generated";
    return rules.length === 0 ? "refused without a finding" : `refused: ${rules.sort().join(", ")}`;
  } catch (error) {
    return `exception: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`;
  }
}

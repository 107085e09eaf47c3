import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { smallSpec, statusgen, testProject } from "../../testProject.js";

/** What `statusgen lint --format json` prints about a spec with a mistake. */
export async function jsonOfLint(): Promise<string> {
  const cwd = await testProject({ "spec/small.yaml": smallSpec.replace("It worked.", "It worked") });
  return block((await statusgen(cwd, "lint", "--format", "json")).stdout);
}

/** The JSON that is generated of a service. */
export async function jsonOfService(): Promise<string> {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await statusgen(cwd, "generate");
  return block(await readFile(join(cwd, "generated/json/small.json"), "utf8"));
}

function block(json: string): string {
  return `\`\`\`json\n${json.trim()}\n\`\`\``;
}

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../generator/rules/registry.js";
import { messagesOf } from "./messagesOf.js";

const generator = join(import.meta.dirname, "../../generator");

const header = `<!--
Made by test/words/messages.test.ts from the sources in generator/, to be read from top to bottom.
After a change of a message, run: npx vitest run test/words -u
-->

# Every message of statusgen

What the program puts into a text is in braces.
`;

test("every message is listed in messages.md (update: npx vitest run test/words -u)", async () => {
  const listed = sources().flatMap((file) => {
    const messages = messagesOf(file, readFileSync(join(generator, file), "utf8"));
    return messages.length > 0 ? [`## ${file}`, messages.map(item).join("\n")] : [];
  });
  const ruleList = rules.map(({ id, severity, summary }) => item(`${id} (${severity}): ${summary}`));
  const document = [header, "## Rules", ruleList.join("\n"), ...listed].join("\n\n");
  await expect(`${document.replace(/\n{3,}/g, "\n\n")}\n`).toMatchFileSnapshot("messages.md");
});

function sources(): readonly string[] {
  return readdirSync(generator, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !/^(?:dist|node_modules)\//.test(file))
    .sort();
}

function item(message: string): string {
  const visible = message
    .trim()
    .replaceAll(/[^\P{Cc}\n]/gu, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
  return `- ${visible.replaceAll("\n", "\n  ")}`;
}

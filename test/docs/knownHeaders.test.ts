import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { columnRoles, knownHeaders, type TableKind } from "../../generator/spec/columns.js";
import { repository } from "../testProject.js";

test("generator/README.md lists the known headers; `npx vitest run test/docs -u` makes the list again", async () => {
  const readme = readFileSync(join(repository, "generator/README.md"), "utf8");
  const lists = [
    "In tables of status codes:",
    listOf("status-codes"),
    "In tables of error codes:",
    listOf("error-codes"),
  ].join("\n\n");
  const current = readme.replace(
    /(<!-- headers: .*? -->\n\n)[^]*?(?=<!-- \/headers -->)/,
    (_, start: string) => `${start}${lists}\n\n`,
  );
  await expect(current).toMatchFileSnapshot("../../generator/README.md");
});

function listOf(kind: TableKind): string {
  return columnRoles
    .flatMap((role) => {
      const headers = knownHeaders[kind][role];
      return headers ? [`- \`${role}\`: ${headers.join(", ")}`] : [];
    })
    .join("\n");
}

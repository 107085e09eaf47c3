import * as z from "zod";
import { expect, test, vi } from "vitest";
import { diff } from "../../generator/index.js";
import type * as definition from "../../generator/spec/definition.js";
import { testProject } from "../testProject.js";

vi.mock("../../generator/spec/definition.js", async (load) => {
  const original = await load<typeof definition>();
  const { tables } = original.defineSpec().shape;
  const [statusCodes, errorCodes] = tables.element.options;
  const later = z
    .union([
      z.string(),
      z.strictObject({ kind: z.literal("file"), path: z.string() }),
      z.strictObject({ kind: z.literal("address"), url: z.string() }),
    ])
    .optional();
  const entries = z.array(statusCodes.shape.entries.element.extend({ later }));
  const table = statusCodes.extend({ later, entries });
  const extended = original.defineSpec().extend({
    later,
    page: original.pageDefinition.extend({ later }),
    tables: z.array(z.discriminatedUnion("kind", [table, errorCodes])),
  });
  return {
    ...original,
    defineSpec: () => extended,
    parseSpec: ({ data }: { readonly data: unknown }) => {
      const result = extended.safeParse(data);
      return result.success ? { spec: result.data } : { error: result.error };
    },
  };
});

function specWith(value: unknown): string {
  const entries = [{ code: "404", message: "Not Found", description: "It is not there.", later: value }];
  const columns = ["Status Code", "Message", "Description"];
  return JSON.stringify({
    service: { id: "shop", name: "Shop" },
    page: { id: "codes", title: "Codes", later: value },
    tables: [{ kind: "status-codes", columns, later: value, entries }],
    later: value,
  });
}

async function changesBetween(before: unknown, after: unknown): Promise<string[]> {
  const cwd = await testProject({ "old.yaml": specWith(before), "new.yaml": specWith(after) });
  const { changes, exitCode } = await diff({ cwd, before: "old.yaml", after: "new.yaml" });
  expect(exitCode).toBe(0);
  return changes.map((change) =>
    [change.level, change.code, change.field, change.before, "→", change.after].filter(Boolean).join(" "),
  );
}

test.each([
  ["changed", "one", "two", "one → two"],
  ["added", undefined, "two", "→ two"],
  ["removed", "one", undefined, "one →"],
])(
  "a field that the spec language gets later is reported where it is %s",
  async (_, before, after, texts) => {
    expect(await changesBetween(before, after)).toEqual([
      `none page.later ${texts}`,
      `none later ${texts}`,
      `none tables[0].later ${texts}`,
      `none 404 later ${texts}`,
    ]);
  },
);

test("a field that is valid only together with another is reported", async () => {
  const [file, address] = [
    { kind: "file", path: "a.rst" },
    { kind: "address", url: "b" },
  ];
  expect(await changesBetween(file, address)).toContain("fix page.later.kind file → address");
});

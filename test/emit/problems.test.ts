import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { testProject } from "../testProject.js";
import { catalogueOf, emitTree } from "./emittedTree.js";
import { evaluate } from "./evaluate.js";
import { hostileCatalogue, tried } from "./hostileSpecs.js";

const spec = `service: { id: orders, name: Orders }
tables:
  - kind: error-codes
    values: number
    entries:
      - { code: 1001, name: OrderNotFound, status: 404, message: There is no such order. }
      - { code: 1002, name: OrderClosed, status: 409/410, message: It is closed. }
      - { code: -1, name: Unknown }
`;

interface Generated {
  readonly ordersProblems: { readonly OrderClosed: object };
  readonly ordersProblem: (kind: object, details: object) => object;
}

async function problemsOf(text: string): Promise<string> {
  const [only] = await emitTree(catalogueOf([{ file: "spec/orders.yaml", text }]), "enum", ["problems"]);
  return only?.text ?? "";
}

test("each error code is a kind of problem, with its documentation's address", async () => {
  const { ordersProblems, ordersProblem } = evaluate(await problemsOf(spec)) as unknown as Generated;
  expect(ordersProblems).toEqual({
    OrderNotFound: {
      type: "https://example.com/errors/orders/1001#1001",
      title: "There is no such order.",
      status: 404,
      code: 1001,
    },
    OrderClosed: { type: "https://example.com/errors/orders/1002#1002", title: "It is closed.", code: 1002 },
    Unknown: { type: "https://example.com/errors/orders/-1#-1", title: "-1", code: -1 },
  });
  expect(ordersProblem(ordersProblems.OrderClosed, { detail: "Since Monday." })).toEqual({
    ...ordersProblems.OrderClosed,
    detail: "Since Monday.",
  });
});

test("a service without error codes has none", async () => {
  const status =
    "tables: [{ kind: status-codes, entries: [{ code: 404, message: Gone, description: It is gone. }] }]";
  expect(await problemsOf(`service: { id: orders, name: Orders }\n${status}\n`)).toBe("");
});

test("half a character in a code is no address, and has a sign in its place", async () => {
  const text = `service: { id: orders, name: Orders }\ntables: [{ kind: error-codes, entries: [{ code: "A\\ud800" }] }]\n`;
  expect(await problemsOf(text)).toContain('"https://example.com/errors/orders/A%EF%BF%BD#A~d800"');
});

test("types are addresses, whatever the codes are", async () => {
  await fc.assert(
    fc.asyncProperty(hostileCatalogue, async (catalogue) => {
      for (const { text } of await emitTree(catalogue, "enum", ["problems"]))
        for (const [, address = ""] of text.matchAll(/^ {4}type: "(.*)",$/gm))
          expect(new URL(address).href).toBe(address);
    }),
    tried(40),
  );
});

describe("the address", () => {
  const wanted = '"type": use the address of a code\'s documentation, with `{code}` or `{anchor}` in it';

  test.each([
    ["is missing", "{ }", wanted],
    ["names no code", '{ "type": "https://example.com" }', wanted],
  ])("%s", async (_, options, reason) => {
    const cwd = await testProject({
      "spec/orders.yaml": spec,
      "statusgen.config.json": `{ "emitters": [{ "use": "problems", "options": ${options} }] }`,
    });
    const { exitCode, diagnostics } = await generate({ cwd });
    expect({ exitCode, messages: diagnostics.map(({ message }) => message) }).toEqual({
      exitCode: 2,
      messages: [`The options of "problems", number 1 of "emitters", are not valid: ${reason}.`],
    });
  });
});

import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { type Service, errorCodesOf, statusCodesOf } from "../../generator/catalogue/catalogue.js";
import { type EnumStyle, enumStyles } from "../../generator/emit/emitter.js";
import { serviceNames } from "../../generator/emit/serviceNames.js";
import { testProject } from "../testProject.js";
import { compile, writeTree } from "./compilers.js";
import { emitTree } from "./emittedTree.js";
import { evaluate } from "./evaluate.js";
import { hostileCatalogue, tried } from "./hostileSpecs.js";

const style = fc.constantFrom(...enumStyles);

test("any valid spec gives TypeScript that says exactly what the spec says", async () => {
  await fc.assert(
    fc.asyncProperty(hostileCatalogue, style, async (catalogue, enumStyle) => {
      const { service, text } = await emitted(catalogue, enumStyle);
      const module = evaluate(text);
      if (statusCodesOf(service).length > 0) expectStatusCodes(module, service, enumStyle);
      if (errorCodesOf(service).length > 0) expectErrorCodes(module, service, enumStyle);
      expect(await format(text, { parser: "typescript" })).toBe(text);
    }),
    tried(60),
  );
});

test("any valid spec gives TypeScript that passes the type check", async () => {
  const samples = fc.sample(fc.tuple(hostileCatalogue, style), tried(30));
  const folder = await testProject({});
  const files = await Promise.all(
    samples.map(async ([catalogue, enumStyle], index) => ({
      path: `${index}-${enumStyle}.ts`,
      text: (await emitted(catalogue, enumStyle)).text,
    })),
  );
  writeTree(folder, files);
  const finished = await compile(folder, "typescript", { erasableSyntaxOnly: false });
  expect(finished).toMatchObject({ stdout: "", exitCode: 0 });
});

async function emitted(catalogue: { readonly services: readonly Service[] }, enumStyle: EnumStyle) {
  const [service] = catalogue.services;
  const [file] = await emitTree(catalogue, enumStyle, ["typescript"]);
  if (!service || !file) throw new Error("There is no service.");
  return { service, text: file.text };
}

type Module = Readonly<Record<string, unknown>>;
type Lookup = (value: unknown) => unknown;

function expectStatusCodes(module: Module, service: Service, style: EnumStyle): void {
  const names = serviceNames(service);
  const entries = statusCodesOf(service);
  expectMembers(module[names.statusCode], entries, style);
  expect(module[names.statusDescriptions]).toEqual(
    Object.fromEntries(entries.map(({ code, description }) => [code, description])),
  );
  expect(module[names.statusMessages]).toEqual(
    Object.fromEntries(
      entries.flatMap(({ code, message }) => (message === undefined ? [] : [[code, message]])),
    ),
  );
  const guard = module[names.isStatusCode] as Lookup;
  for (const { value, code, message, description } of entries) {
    expect(guard(value)).toBe(true);
    expect((module[names.statusMessage] as Lookup)(value)).toBe(message);
    expect((module[names.statusDescription] as Lookup)(value)).toBe(description);
    expect(guard(code)).toBe(false);
  }
  for (const value of [0, 99, 600, "constructor", "__proto__", undefined, null, {}]) {
    expect(guard(value)).toBe(false);
    expect((module[names.statusDescription] as Lookup)(value)).toBeUndefined();
  }
}

function expectErrorCodes(module: Module, service: Service, style: EnumStyle): void {
  const names = serviceNames(service);
  const codes = errorCodesOf(service);
  expectMembers(
    module[names.errorCode],
    codes.map(({ name, code }) => ({ name, value: code })),
    style,
  );
  expect(new Set(Object.keys(module[names.errorEntries] as object))).toEqual(
    new Set(codes.map(({ code }) => code)),
  );
  for (const { code, entries } of codes) {
    expect((module[names.isErrorCode] as Lookup)(code)).toBe(true);
    expect((module[names.errorEntriesOf] as Lookup)(code)).toEqual(
      entries.map(({ status, module: part, message, description, solution }) => ({
        status,
        module: part,
        message,
        description,
        solution,
      })),
    );
  }
  expect((module[names.errorEntriesOf] as Lookup)("toString")).toBeUndefined();
}

function expectMembers(
  declared: unknown,
  codes: readonly { readonly name: string; readonly value: unknown }[],
  style: EnumStyle,
): void {
  if (style === "union") {
    expect(declared).toBeUndefined();
    return;
  }
  expect(declared).toMatchObject(Object.fromEntries(codes.map(({ name, value }) => [name, value])));
}

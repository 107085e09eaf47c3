import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { type Service } from "../../generator/catalogue/catalogue.js";
import { errorCodesOf, statusCodesOf } from "../../generator/catalogue/codes.js";
import { type EnumStyle, enumStyles } from "../../generator/emit/emitter.js";
import { serviceNames } from "../../generator/catalogue/serviceNames.js";
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

async function emitted(catalogue: { readonly services: readonly Service[] }, enumStyle: EnumStyle) {
  const [service] = catalogue.services;
  const files = await emitTree(catalogue, enumStyle, ["typescript"]);
  const file = files.find(({ path }) => path === `${service?.id}/index.ts`);
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
  const ask = (name: string, value: unknown) => (module[name] as Lookup)(value);
  for (const { value, code, name, message, description } of entries) {
    const entry = { code: value, name, message, description };
    expect(ask(names.isStatusCode, value)).toBe(true);
    expect(ask(names.isStatusCode, code)).toBe(false);
    expect(module[`${names.statusConstant}${name}`]).toBe(value);
    expect(ask(names.statusMessage, value)).toBe(message);
    expect(ask(names.statusDescription, value)).toBe(description);
    expect(ask(names.statusEntryOf, value)).toEqual(entry);
    expect(ask(names.statusEntryByName, name)).toEqual(entry);
    const lowest = entries.find((other) => other.message === message)?.value;
    if (message !== undefined)
      expect(ask(names.statusEntryByMessage, message)).toMatchObject({ code: lowest });
  }
  const list = (module[names.statusEntries] as () => unknown[])();
  expect(list).toEqual(entries.map(({ value }) => ask(names.statusEntryOf, value)));
  for (const entry of list) expect(Object.isFrozen(entry)).toBe(true);
  expect(ask(names.isStatusCode, 600)).toBe(false);
  const lookups = [
    names.statusMessage,
    names.statusDescription,
    names.statusEntryOf,
    names.statusEntryByName,
    names.statusEntryByMessage,
  ];
  for (const value of [0, -0, 99, 600, 404.5, Number.NaN, "404", "__proto__", undefined, null, {}]) {
    expect(ask(names.isStatusCode, value)).toBe(false);
    for (const lookup of lookups) expect(ask(lookup, value)).toBeUndefined();
  }
  expectFrozen(module, [names.pages, names.service, names.statusMessages, names.statusDescriptions]);
}

/** What is shared cannot be changed, nor anything in it. */
function expectFrozen(module: Module, names: readonly string[]): void {
  const parts = names.map((name) => module[name]);
  for (const part of parts) {
    if (typeof part === "function") continue;
    expect(Object.isFrozen(part)).toBe(true);
    if (typeof part === "object" && part !== null) parts.push(...(Object.values(part) as unknown[]));
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
  const all = (module[names.errorEntries] as () => unknown)();
  expect(all).toHaveLength(codes.flatMap(({ entries }) => entries).length);
  expectFrozen({ all }, ["all"]);
  for (const { code, name, entries } of codes) {
    expect(module[`${names.errorConstant}${name}`]).toBe(code);
    expect((module[names.isErrorCode] as Lookup)(code)).toBe(true);
    const said = entries.map(({ status, module: part, message, description, solution, retired, other }) => ({
      code,
      name,
      statuses: (status?.match(/[1-5][0-9]{2}/g) ?? []).map(Number),
      status,
      module: part,
      message,
      description,
      solution,
      retired,
      ...(Object.keys(other).length > 0 && { other }),
    }));
    expect((module[names.errorEntriesOf] as Lookup)(code)).toEqual(said);
    expect((module[names.errorEntriesByName] as Lookup)(name)).toEqual(said);
    expect((module[names.errorEntryOf] as Lookup)(code)).toEqual(said[0]);
    const [{ message }] = entries;
    if (message !== undefined)
      expect((module[names.errorEntriesByMessage] as Lookup)(message)).toContainEqual(said[0]);
  }
  for (const value of ["toString", "__proto__", undefined, null]) {
    if (codes.some(({ code, name }) => code === value || name === value)) continue;
    for (const lookup of [names.errorEntriesOf, names.errorEntryOf, names.errorEntriesByName])
      expect((module[lookup] as Lookup)(value)).toBeUndefined();
  }
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

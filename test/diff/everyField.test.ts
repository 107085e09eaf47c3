import { expect, test } from "vitest";
import { diff } from "../../generator/index.js";
import { defineSpec } from "../../generator/spec/definition.js";
import { testProject } from "../testProject.js";
import { type KnownValues, variantsOf } from "./fieldVariants.js";
import { generatedFrom } from "./generatedFrom.js";

/** What the rules for specs want: columns that hold what entries have, and deviations that deviate. */
const known: KnownValues = [
  [/^service\.id$/, ["shop", "store"]],
  [
    /\(status-codes\)\.columns$/,
    [
      ["Status Code", "Message", "Description", { other: "Extra" }],
      ["Status Code", "Message", "Meaning", { other: "Extra" }],
      ["Status Code", { message: "Message" }, "Description", { other: "Extra" }],
    ],
  ],
  [
    /\(error-codes\)\.columns$/,
    [
      ["Error Code", "Status Code", "Module", "Message", "Description", "Solution", { other: "Extra" }],
      ["Code", "Status Code", "Module", "Message", "Description", "Solution", { other: "Extra" }],
      ["Status Code", "Error Code", "Module", "Message", "Description", "Solution", { other: "Extra" }],
    ],
  ],
  [/\(status-codes\)\.entries\.code$/, ["404", "405", "4xx", "4*xx*", "404/405"]],
  // It names another code of the service (changes.test.ts).
  [/\.replacedBy$/, [undefined]],
  [/\.other$/, [{ Extra: "Alpha" }, { Extra: "Beta" }, { Extra: "**Alpha**" }]],
  [/\.original$/, ["Alpa", "Alfa"]],
  [/\.spans$/, [["code"], ["description"], ["code", { other: "Extra" }]]],
];

interface State {
  readonly field: string;
  readonly text: string;
  readonly generated: string;
}

/** A spec that has every field, then the same with one field changed or removed. */
const states = await statesOf(known);

/** The same without deviations, because what deviates cannot be removed. */
const statesWithoutDeviations = await statesOf([[/\.deviations$/, [undefined]], ...known]);

async function statesOf(values: KnownValues): Promise<[State, ...State[]]> {
  const valid: State[] = [];
  for (const { field, value } of variantsOf(defineSpec(), values)) {
    const text = JSON.stringify(value);
    const generated = await generatedFrom(text);
    if (generated !== undefined) valid.push({ field, text, generated });
  }
  const [full, ...others] = valid;
  if (full?.field !== "") throw new Error("The spec that has every field is not valid: give known values.");
  return [full, ...others];
}

// A service's id alone needs another spec that gives its name.
const fields = [...new Set(variantsOf(defineSpec(), known).map(({ field }) => field))].filter(
  (field) => field !== "" && field !== "service" && !field.endsWith(".replacedBy"),
);

test.each(fields)("a change of %s is reported, as none only where the output is the same", async (field) => {
  const pairs = [states, statesWithoutDeviations].flatMap(([full, ...others]) =>
    others
      .filter((other) => other.field === field && other.text !== full.text)
      .flatMap((other) => [[full, other] as const, [other, full] as const]),
  );
  expect(pairs).not.toEqual([]);
  expect(await mistakesOf(pairs)).toEqual([]);
});

test("the same holds where two fields change", async () => {
  const pairs = states.flatMap((state, index) => {
    const others = [7, 19, 43].map((factor) => states[(index * factor + 1) % states.length] ?? state);
    return others.filter(({ text }) => text !== state.text).map((other) => [state, other] as const);
  });
  expect(await mistakesOf(pairs)).toEqual([]);
});

/** What diff gets wrong of two states. */
async function mistakesOf(pairs: readonly (readonly [State, State])[]): Promise<string[]> {
  const files = pairs.flatMap(([old, now], index) => [
    [`${index}-old.yaml`, old.text],
    [`${index}-new.yaml`, now.text],
  ]);
  const cwd = await testProject(Object.fromEntries(files) as Record<string, string>);
  const mistakes: string[] = [];
  for (const [index, [old, now]] of pairs.entries()) {
    const found = await diff({ cwd, before: `${index}-old.yaml`, after: `${index}-new.yaml` });
    const expected = { exitCode: 0, hasChanges: true, isNone: old.generated === now.generated };
    const { exitCode, changes, level } = found;
    const actual = { exitCode, hasChanges: changes.length > 0, isNone: level === "none" };
    if (JSON.stringify(actual) === JSON.stringify(expected)) continue;
    mistakes.push(`${old.text}\n${now.text}\n${JSON.stringify({ actual, expected, changes })}`);
  }
  return mistakes;
}

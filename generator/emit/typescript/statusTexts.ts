import { type Statement, stringLiteral } from "../api.js";
import { constant } from "./constant.js";
import { functionDeclaration } from "./functionDeclaration.js";
import { frozen, objectLiteral, pure } from "./literals.js";

/** A text for each status code, to be declared as a function and as a map. */
export interface StatusTexts {
  /** What the module calls its own table of the texts. */
  readonly table: string;
  readonly lookup: string;
  readonly lookupDoc: string;
  readonly map: string;
  readonly mapDoc: string;
  /** The type of the codes that are documented. */
  readonly codeType: string;
  /** Whether the types say the texts themselves. */
  readonly isLiteral: boolean;
  /** Texts by code; `undefined` where a documented code has none. */
  readonly texts: readonly (readonly [code: string, text: string | undefined])[];
}

/** The texts once, in a table of the module's own; a function to ask it, and a frozen map of it to share. */
export function statusTexts({
  table,
  lookup,
  lookupDoc,
  map,
  mapDoc,
  codeType,
  isLiteral,
  texts,
}: StatusTexts): Statement[] {
  const parameters = [{ name: "code", type: "number" }];
  const anyCode = { parameters, type: "string | undefined" };
  const knownCode = {
    typeParameter: `Code extends ${codeType}`,
    parameters: [{ name: "code", type: "Code" }],
    type: `(typeof ${map})[Code]`,
  };
  const properties = texts.flatMap(([code, text]) =>
    text === undefined ? [] : [`${code}: ${stringLiteral(text)}`],
  );
  return [
    constant({ name: table, value: pure(`tableOf(${objectLiteral(properties)})`) }),
    functionDeclaration({
      name: lookup,
      doc: lookupDoc,
      ...anyCode,
      overloads: isLiteral ? [knownCode, anyCode] : [],
      // Arrays have properties that are named by texts, such as `length`.
      statements: [`return typeof code === "number" ? ${table}[code] : undefined;`],
    }),
    constant({
      name: map,
      doc: mapDoc,
      type: isLiteral ? literalType(texts) : recordType(codeType, texts),
      // TypeScript takes nothing for a map of which it knows no property but those of arrays.
      value: properties.length === 0 ? frozen("{}") : pure(`mapOf(${table})`),
    }),
  ];
}

type Texts = StatusTexts["texts"];

function literalType(texts: Texts): string {
  const properties = texts.map(([code, text]) =>
    text === undefined ? `readonly ${code}?: undefined;` : `readonly ${code}: ${stringLiteral(text)};`,
  );
  return `{\n${properties.map((property) => `  ${property}\n`).join("")}}`;
}

function recordType(codeType: string, texts: Texts): string {
  const record = `Record<${codeType}, string>`;
  const isComplete = texts.every(([, text]) => text !== undefined);
  return isComplete ? `Readonly<${record}>` : `Readonly<Partial<${record}>>`;
}

/**
 * What makes the tables and the maps. V8 keeps an object literal with such keys as a dictionary, ten
 * times slower than an array with holes, and looks a code up in a frozen object three times slower; a
 * `switch` is as fast only where the processor foresees which codes come.
 */
export const tableFunctions: readonly Statement[] = [
  functionDeclaration({
    name: "tableOf",
    typeParameter: "const Texts extends object",
    parameters: [{ name: "texts", type: "Texts" }],
    type: "string[] & Texts",
    statements: ["return Object.assign([], texts);"],
  }),
  functionDeclaration({
    name: "mapOf",
    typeParameter: "Texts extends object",
    parameters: [{ name: "table", type: "string[] & Texts" }],
    type: "Readonly<Texts>",
    statements: ["return Object.freeze({ ...(table as Texts) });"],
  }),
];

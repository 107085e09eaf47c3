import { type StatementStructures, StructureKind } from "ts-morph";
import { constant } from "./constant.js";
import { pure } from "./frozen.js";
import { stringLiteral } from "./stringLiteral.js";

/** A text for each status code, to be declared as a function and as a map. */
export interface StatusTexts {
  readonly lookup: string;
  readonly lookupDoc: string;
  readonly map: string;
  readonly mapDoc: string;
  /** The type of the codes that are documented. */
  readonly codeType: string;
  /** Texts by code; `undefined` where a documented code has none. */
  readonly texts: readonly (readonly [code: string, text: string | undefined])[];
}

/** The texts once, in a function to ask for them, and a frozen map of them to share. */
export function statusTexts({
  lookup,
  lookupDoc,
  map,
  mapDoc,
  codeType,
  texts,
}: StatusTexts): StatementStructures[] {
  const isComplete = texts.every(([, text]) => text !== undefined);
  const record = `Record<${codeType}, string>`;
  const lines = texts.flatMap(([code, text]) =>
    text === undefined ? [] : [`if (code === ${code}) return ${stringLiteral(text)};`],
  );
  return [
    // Comparisons are as fast as a `switch`, know no prototype, and make the smallest bundles: where the
    // code is a constant, bundlers leave nothing but its text.
    constant({
      name: lookup,
      doc: lookupDoc,
      value: `(code: number): string | undefined => {\n${lines.join("\n")}\nreturn undefined;\n}`,
    }),
    constant({
      name: map,
      doc: mapDoc,
      type: isComplete ? `Readonly<${record}>` : `Readonly<Partial<${record}>>`,
      value: pure(`mapOf(${lookup})`),
    }),
  ];
}

/** Makes a map of a lookup. Not a literal, so that the texts stand once in the module. */
export function mapFunction(codeType: string, codes: readonly string[]): StatementStructures {
  return {
    kind: StructureKind.Function,
    name: "mapOf",
    parameters: [{ name: "textOf", type: `(code: ${codeType}) => string | undefined` }],
    returnType: `Readonly<Record<${codeType}, string>>`,
    statements: [
      `const codes: readonly ${codeType}[] = [${codes.join(", ")}];
       const texts = codes.map((code) => [code, textOf(code)] as const).filter(([, text]) => text !== undefined);
       return Object.freeze(Object.fromEntries(texts)) as Readonly<Record<${codeType}, string>>;`,
    ],
  };
}

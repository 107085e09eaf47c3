import {
  codeLiteral,
  type Entry,
  errorCodesOf,
  escapeJsDoc,
  type Field,
  fieldLookup,
  type FieldValue,
  lookupFields,
  type Service,
  statusCodesOf,
  stringLiteral,
  valueOf,
} from "../api.js";
import { functionDeclaration } from "./functionDeclaration.js";
import { nameInDocs } from "./codeSet.js";
import { typeOf } from "./fieldStatements.js";

/** A function for each declared field that is a verdict or a choice, which tells what it is for a code. */
export function fieldLookups(service: Service): string[] {
  return lookupFields(service).map((field) =>
    functionDeclaration({
      name: fieldLookup(service.prefix, field),
      doc: `${escapeJsDoc(field.doc)}\n\nFor a code of ${nameInDocs(service)}; \`undefined\` if the specs do not say it, or say different things of one code.`,
      parameters: [{ name: "code", type: "number | string" }],
      type: `${typeOf(field)} | undefined`,
      statements: [switchOf(service, field)],
    }),
  );
}

/** A `switch` compares strictly, and knows no prototype. */
function switchOf(service: Service, field: Field): string {
  const codes = [
    ...statusCodesOf(service).map(({ code, entries }) => ({ literal: code, entries })),
    ...errorCodesOf(service).map(({ value, entries }) => ({ literal: codeLiteral(value), entries })),
  ];
  const byValue = new Map<FieldValue, string[]>();
  for (const { literal, entries } of codes) {
    const value = agreedValue(entries, field);
    if (value !== undefined) byValue.set(value, [...(byValue.get(value) ?? []), literal]);
  }
  return [
    "switch (code) {",
    ...[...byValue].flatMap(([value, literals]) => [
      ...literals.map((literal) => `  case ${literal}:`),
      `    return ${typeof value === "string" ? stringLiteral(value) : value};`,
    ]),
    "  default:",
    "    return undefined;",
    "}",
  ].join("\n");
}

/** What all entries of a code say that say it at all, if it is the same. */
function agreedValue(entries: readonly Entry[], field: Field): FieldValue | undefined {
  const values = new Set(entries.flatMap((entry) => valueOf(entry, field) ?? []));
  return values.size === 1 ? [...values][0] : undefined;
}

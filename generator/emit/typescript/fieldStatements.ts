import type { OptionalKind, PropertySignatureStructure } from "ts-morph";
import { type Entry, escapeJsDoc, type Field, jsDoc, stringLiteral, textProperty, valueOf } from "../api.js";

/**
 * A field as a property of the type of an entry.
 *
 * @param codeType the type of the codes that the entry can name
 */
export function fieldProperty(field: Field, codeType: string): OptionalKind<PropertySignatureStructure> {
  const { name } = field;
  return {
    name,
    type: field.type === "code" ? codeType : typeOf(field),
    isReadonly: true,
    hasQuestionToken: true,
    docs: [jsDoc(escapeJsDoc(field.doc))],
  };
}

/** What an entry says in the fields, as properties of an object literal at a depth. */
export function fieldLiterals(entry: Entry, fields: readonly Field[], depth: number): string[] {
  return fields.flatMap((field) => {
    const value = valueOf(entry, field);
    if (value === undefined) return [];
    return typeof value === "string"
      ? [textProperty(field.name, stringLiteral(value), depth)]
      : [`${field.name}: ${value}`];
  });
}

/** The TypeScript type of a field's values. */
export function typeOf({ type, values = [] }: Field): string {
  if (type === "choice") return values.map(stringLiteral).join(" | ");
  return type === "boolean" ? "boolean" : "string";
}

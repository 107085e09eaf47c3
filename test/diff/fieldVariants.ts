import * as z from "zod";

/** A spec as data, and the field in which it differs from the first of its kind. */
export interface Variant {
  readonly field: string;
  readonly value: unknown;
}

/** Values by field, where the rules for specs want others than those that any text can have. */
export type KnownValues = readonly (readonly [field: RegExp, values: readonly unknown[]])[];

/** Texts of all forms that a field may want; words, the same with markup, and a dash, which says nothing. */
const texts = [
  ...["Alpha", "Beta", "**Alpha**", "-", "alpha", "beta", "404", "405"],
  ...["0", "1"].flatMap((digit) => [`sha256:${digit.repeat(64)}`, `https://example.com/${digit}`]),
];

/**
 * Data for a definition: first one that has every field, then that with each field changed, and each field
 * that may be left out removed. All fields are found in the definition, so that a new one is among them.
 */
export function variantsOf(schema: unknown, known: KnownValues, field = ""): Variant[] {
  const given = known.find(([pattern]) => pattern.test(field));
  if (given) return given[1].map((value) => ({ field, value }));
  if (schema instanceof z.ZodOptional) return variantsOf(schema.unwrap(), known, field);
  if (schema instanceof z.ZodObject) return objectVariants(schema, known, field);
  if (schema instanceof z.ZodArray) return arrayVariants(schema, known, field);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => variantsOf(option, known, field));
  }
  const values = valuesOf(schema);
  if (values.length === 0) throw new Error(`Give two values of the field "${field}".`);
  return values.map((value) => ({ field, value }));
}

function valuesOf(schema: unknown): unknown[] {
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodNumber) return [1, 2].filter((value) => schema.safeParse(value).success);
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (!(schema instanceof z.ZodString)) return [];
  const valid = texts.filter((value) => schema.safeParse(value).success);
  return valid.length < 2 ? [] : valid.slice(0, 4);
}

function objectVariants({ shape }: z.ZodObject, known: KnownValues, field: string): Variant[] {
  const types: readonly [key: string, type: unknown][] = Object.entries(shape);
  const fields = types.map(([key, type]) => {
    const [first, ...changed] = variantsOf(type, known, field === "" ? key : `${field}.${key}`);
    return { key, first, changed, isOptional: type instanceof z.ZodOptional };
  });
  const full = new Map<string, unknown>(fields.map(({ key, first }) => [key, first?.value]));
  const others = fields.flatMap(({ key, first, changed, isOptional }) => {
    const removed = isOptional && first ? [{ field: first.field, value: undefined }] : [];
    return [...changed, ...removed].map((variant) => ({
      field: variant.field,
      value: Object.fromEntries(new Map(full).set(key, variant.value)),
    }));
  });
  return [{ field, value: Object.fromEntries(full) }, ...others];
}

/** A list with one item of each kind that there is, then with each of them changed. */
function arrayVariants({ element }: z.ZodArray, known: KnownValues, field: string): Variant[] {
  const kinds: readonly unknown[] = element instanceof z.ZodUnion ? element.options : [element];
  const variants = kinds.map((kind) => variantsOf(kind, known, `${field}${nameOfKind(kind)}`));
  const full = variants.flatMap(([first]) => (first ? [first.value] : []));
  const others = variants.flatMap(([, ...changed], index) =>
    changed.map((variant) => ({ field: variant.field, value: full.with(index, variant.value) })),
  );
  return [{ field, value: full }, ...others];
}

/** @example "(status-codes)" */
function nameOfKind(schema: unknown): string {
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {};
  const { kind } = shape;
  return kind instanceof z.ZodLiteral ? `(${[...kind.values].join()})` : "";
}

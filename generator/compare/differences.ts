import type { Path } from "../spec/yamlSource.js";

/** A place where two pieces of data differ; a value is `undefined` where there is none. */
export interface Difference {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two pieces of data differ: in objects, field by field; a list is compared as one value. */
export function differences(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }];
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const inside = keys.flatMap((key) => differences(old.get(key), now.get(key), [...path, key]));
  // The same fields in another order differ as a whole.
  return inside.length > 0 ? inside : [{ path, before, after }];
}

/** Whether two values differ only in what YAML's notations make of them: fields' order, white space at ends. */
export function isSameButForm({ before, after }: Difference): boolean {
  return withoutForm(before) === withoutForm(after);
}

function withoutForm(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string") return part.trimEnd();
    return isObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part;
  });
}

/** The same data with the new value at the place where it differs; without the field where there is none. */
export function withChange(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) => (index === step ? withChange(item, rest, value) : item));
  }
  const fields = new Map<string, unknown>(isObject(data) ? Object.entries(data) : []);
  const changed = withChange(fields.get(String(step)), rest, value);
  if (changed === undefined) fields.delete(String(step));
  else fields.set(String(step), changed);
  return Object.fromEntries(fields);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

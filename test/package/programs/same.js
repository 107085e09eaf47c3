/** Throws unless both are the very same value, which of two zeros included. */
export function same(actual, expected, what) {
  if (!Object.is(actual, expected)) throw new Error(`${what}: ${show(actual)} instead of ${show(expected)}`);
}

/** Unlike JSON, tells -0, NaN and functions from 0, null and `undefined`. */
export function show(value) {
  if (Object.is(value, -0)) return "-0";
  return typeof value === "number" || typeof value === "function" ? String(value) : JSON.stringify(value);
}

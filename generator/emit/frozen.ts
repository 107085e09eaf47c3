/** Marks a call that bundlers may drop where its result is not used. */
export function pure(call: string): string {
  return `/* @__PURE__ */ ${call}`;
}

/** An expression for a value that all who import it share, and so nobody may change. */
export function frozen(expression: string): string {
  return pure(`Object.freeze(${expression})`);
}

/** Properties as an object literal, one a line. */
export function objectLiteral(properties: readonly string[]): string {
  return properties.length === 0 ? "{}" : `{\n${properties.map((property) => `${property},`).join("\n")}\n}`;
}

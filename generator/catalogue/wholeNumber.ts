/**
 * The number that a code is, as people write whole numbers; `undefined` for other texts, and for numbers of more than
 * 53 bits, which JavaScript rounds.
 *
 * @example wholeNumber("0x80070005") // 2147942405
 * @example wholeNumber("0400") // undefined
 */
export function wholeNumber(code: string): number | undefined {
  if (!/^(?:0|-?[1-9][0-9]*|0x[0-9a-f]+)$/i.test(code)) return undefined;
  const number = Number(code);
  return Number.isSafeInteger(number) ? number : undefined;
}

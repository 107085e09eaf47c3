import { expect } from "vitest";
import type { Diagnostic, SourceRange } from "../../generator/index.js";
import type { SourceTexts } from "../../generator/diagnostics/diagnostic.js";

const sentence = /^\S[^]*[.!?]$/;

/** Expects that a person can act on a diagnostic: it has a place inside the file, and two sentences. */
export function expectUsable(
  { file, message, help, range, related }: Diagnostic,
  sources: SourceTexts,
): void {
  expect(message).toMatch(sentence);
  expect(help).toMatch(sentence);
  expect(message).not.toMatch(/undefined|\[object|NaN/);
  expect(help).not.toMatch(/undefined|\[object|NaN/);
  const text = sources.get(file);
  if (text === undefined) return;
  expectInside(range, text);
  for (const place of related ?? []) {
    expect(place.message).toMatch(sentence);
    expectInside(place.range, sources.get(place.file) ?? "");
  }
}

function expectInside(range: SourceRange | undefined, text: string): void {
  expect(range).toBeDefined();
  if (!range) return;
  const lines = text.split("\n");
  for (const { line, column } of [range.start, range.end]) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
  }
  const isForward =
    range.end.line > range.start.line ||
    (range.end.line === range.start.line && range.end.column >= range.start.column);
  expect(isForward).toBe(true);
}

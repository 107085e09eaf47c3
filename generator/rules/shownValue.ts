const longest = 60;

/** A value as a message can show it: on one line, and cut where it is long. */
export function shownValue(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(shortened(value)) : shortened(JSON.stringify(value));
}

/** A text of at most 60 characters; what is cut off is told by an ellipsis. */
export function shortened(text: string): string {
  if (text.length <= longest) return text;
  const halfCharacter = /[\ud800-\udbff]$/;
  return `${text.slice(0, longest - 1).replace(halfCharacter, "")}…`;
}

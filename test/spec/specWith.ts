/** What a test wants to be different in a spec of one table. */
interface SpecParts {
  readonly id?: string;
  readonly kind?: "status-codes" | "error-codes";
  readonly columns?: string;
  /** The rows as YAML, not indented. */
  readonly entries: string;
  /** What else is under `page`, as YAML, not indented. */
  readonly page?: string;
}

/** A spec of one table with the given rows. */
export function specWith({
  id = "small",
  kind = "status-codes",
  columns,
  entries,
  page = "",
}: SpecParts): string {
  const ordinary = kind === "status-codes" ? "[Status Code, Message, Description]" : "[Error Code, Message]";
  return `service:
  id: ${id}
  name: Small Service
page:
  id: ${id}
  title: Codes
${indented(page, 2)}tables:
  - kind: ${kind}
    columns: ${columns ?? ordinary}
    entries:
${indented(entries, 6)}`;
}

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(spaces));
}

import { identifierFrom, reasonPhrase, statusCodeName } from "../catalogue/names.js";
import { markdownToText } from "../markdown/parseMarkdown.js";

interface NamedEntry {
  readonly code: string;
  readonly name?: string;
  readonly message?: string;
}

/**
 * Gives a `name` to each status code whose own would be that of another, or none: the standard
 * reason phrase, else the code itself. Vendors write "OK" for 200 and for 201.
 */
export function nameEntries<Data extends NamedEntry>(
  entries: readonly Data[],
  taken: Map<string, string>,
): Data[] {
  return entries.map((entry) => {
    const { code, message } = entry;
    if (!/^[1-5][0-9]{2}$/.test(code) || entry.name !== undefined) return entry;
    const text = message === undefined || message === "-" ? undefined : markdownToText(message);
    const candidates = [
      statusCodeName(code, text),
      identifierFrom(reasonPhrase(code) ?? ""),
      `Status${code}`,
    ];
    const name =
      candidates.find((each) => /^[A-Za-z]/.test(each) && (taken.get(each) ?? code) === code) ?? "";
    taken.set(name, code);
    if (name === candidates[0]) return entry;
    const { code: _code, ...rest } = entry;
    return { code, name, ...rest } as unknown as Data;
  });
}

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatOfText, otherFormatOfName } from "../import/otherFormat.js";
import { formats } from "../page/formats.js";
import type { ReadByReader } from "../page/reader.js";
import type { WatchedReader } from "../project/ownCode/ownReaders.js";
import { diagnose } from "../rules/diagnose.js";
import { inputRules } from "../rules/inputRules.js";
import { pageRules } from "../rules/pageRules.js";
import type { ReadFile } from "../sources/disk.js";
import { fileNameOf } from "../sources/pageSource.js";

/** A page as it was read, and as the reader of its format sees it. */
interface FormattedPage extends ReadFile {
  /** Absent for reStructuredText. */
  readonly byReader?: ReadByReader;
}

/** A file to be read by the reader of its format. */
export interface PageFile {
  /** Its path or URL. */
  readonly file: string;
  /** The media type that a server gives it. */
  readonly type?: string;
}

/** Reads a page in its format: that of the first reader that accepts its name, else what the server or its text says. */
export async function inItsFormat(
  { file, type = "" }: PageFile,
  read: ReadFile | Diagnostic,
  readers: readonly WatchedReader[],
): Promise<FormattedPage | Diagnostic> {
  const name = fileNameOf(file);
  const own = readers.find(({ accepts }) => accepts.test(name));
  if (own && "bytes" in read) {
    const page = own.read(file, read.bytes);
    return "rule" in page
      ? page
      : { ...read, byReader: { format: own.name, page, ...(own.write && { write: own.write }) } };
  }
  const other = otherFormatOfName(name);
  // That it is no UTF-8 is then no news; that it is not there is.
  if (other && ("bytes" in read || read.rule === inputRules["not-utf8"].id)) {
    const message = `The page is ${other.name}, which no built-in reader reads.`;
    return diagnose(pageRules["unreadable-page"], file, message, other.help);
  }
  if ("rule" in read) return read;
  const format = formatOf(name, type, read.text);
  if (format === undefined) return read;
  const reader = await formats[format].load();
  return { ...read, byReader: { format, page: reader.read(read.bytes) } };
}

function formatOf(name: string, type: string, text: string): keyof typeof formats | undefined {
  const all = Object.keys(formats) as (keyof typeof formats)[];
  const byName = all.find((format) => formats[format].accepts.test(name));
  if (byName !== undefined || /\.(?:rst|txt)$/i.test(name)) return byName;
  return all.find((format) => type === `text/${format}`) ?? formatOfText(text);
}

/** Whether a file's name is that of a page, in reStructuredText or a format that is read. */
export function isPageName(name: string, readers: readonly WatchedReader[]): boolean {
  return [/\.rst$/i, ...[...readers, ...Object.values(formats)].map(({ accepts }) => accepts)].some(
    (accepts) => accepts.test(name),
  );
}

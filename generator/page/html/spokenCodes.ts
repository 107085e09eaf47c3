import type { Element } from "hast";
import { headerWords } from "../../spec/headerWords.js";
import { codeHeader } from "../codeHeader.js";
import type { PageLines } from "../pageTree.js";
import type { ReaderCell, ReaderTable } from "../reader.js";
import { type Block, blocksOf } from "./blocksOf.js";
import { codesInText, isSpokenStatus, type SpokenCode } from "./codesInText.js";
import { linesOf } from "./linesOf.js";
import { markdownOf } from "./markdownOf.js";
import { saidInBody } from "./saidInBody.js";
import { isElement, textOf } from "./visible.js";

/** A code that has a heading or an item of a list of its own, and what is said of it. */
interface SpokenEntry {
  readonly code: string;
  /** The heading that it is under; absent at the top of a page. */
  readonly section: string | undefined;
  /** Markdown by header. */
  readonly fields: ReadonlyMap<string, string>;
  readonly lines: PageLines;
  /** All that people read of it, without the words that are headers now. */
  readonly text: string;
  readonly hasTable: boolean;
}

/** Codes under headings and in lists as tables, and lists that may have more of them. */
export interface SpokenCodes {
  readonly tables: readonly ReaderTable[];
  readonly doubtful: readonly { readonly line: number; readonly message: string }[];
}

interface Heading {
  readonly level: number;
  readonly markdown: string;
}

/** Finds codes with headings or items of lists of their own, where the page or a heading says that it is about codes. */
export function spokenCodes(blocks: readonly Block[], title: string): SpokenCodes {
  const found: SpokenEntry[][] = [];
  const doubtful: SpokenCodes["doubtful"][number][] = [];
  const path: Heading[] = [{ level: 0, markdown: title }];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading") while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
    if (block.kind === "heading") {
      const markdown = markdownOf(block.content);
      const isNamed = path.some(isAboutMany);
      const certain = { isNumbered: false, isNamed };
      const spoken = path.some(isAboutCodes) ? codesInText(markdown, certain) : undefined;
      if (spoken) found.push(entriesOf(headingItem(spoken, blocks, index), sectionOf(path)));
      path.push({ level: block.level, markdown });
    } else if (block.kind === "list" && path.some(isAboutCodes)) {
      const items = block.element.children.filter((child) => isElement(child, "li"));
      const isNamed = path.some(isAboutMany);
      const coded = items.flatMap((item) => listItem(item, isNamed) ?? []);
      if (coded.length < 2) continue;
      if (coded.length === items.length)
        found.push(coded.flatMap((item) => entriesOf(item, sectionOf(path))));
      else
        doubtful.push({
          line: block.lines.start,
          message: "Some items of this list begin with a code, but not all.",
        });
    }
  }
  const entries = found.flat();
  return { tables: entries.length > 1 ? tablesOf(entries) : [], doubtful };
}

/** What headings say that are about codes: errors, statuses, or codes; one code may be that of a program. */
const aboutErrors = /(?:^| )(?:error|status|exception|fault|failure|http)(?: |$)/;

function isAboutCodes({ markdown }: Heading): boolean {
  return aboutErrors.test(headerWords(markdown)) || isAboutMany({ markdown });
}

/** Whether it announces a list of codes: `Error codes`, `Exceptions`, and in other languages a word for code. */
function isAboutMany({ markdown }: Pick<Heading, "markdown">): boolean {
  if (/\b(?:codes|errors|exceptions|faults|failures)\b/i.test(markdown)) return true;
  return !/\bcode\b/i.test(markdown) && /(?:^| )code(?: |$)/.test(headerWords(markdown));
}

function sectionOf(path: readonly Heading[]): string | undefined {
  const above = path.at(-1);
  return above && above.level > 1 ? above.markdown : undefined;
}

/** Codes, what is said right beside them, and what is below. */
interface Item extends Pick<SpokenEntry, "lines" | "text"> {
  readonly codes: readonly string[];
  readonly first: readonly (readonly [header: string, markdown: string])[];
  readonly body: readonly Block[];
}

/** A heading with what is below it, up to the next that is not below it. */
function headingItem({ codes, within, beside }: SpokenCode, blocks: readonly Block[], at: number): Item {
  const heading = blocks[at];
  const level = heading?.kind === "heading" ? heading.level : 0;
  let end = at + 1;
  for (
    let block = blocks[end];
    block && !(block.kind === "heading" && block.level <= level);
    block = blocks[end]
  )
    end++;
  const all = blocks.slice(at, end);
  const message = [within, beside].filter((text) => text !== "").join(" ");
  return {
    codes,
    first: [["Message", message]],
    body: all.slice(1),
    lines: { start: all[0]?.lines.start ?? 1, end: all.at(-1)?.lines.end ?? 2 },
    text: all.map(textOfBlock).join("\n"),
  };
}

/** An item that begins with a code, such as `**404**: Not found` or `Error Number: 404`. */
function listItem(item: Element, isNamed: boolean): Item | undefined {
  const [first, ...more] = blocksOf(item);
  if (first?.kind !== "text") return undefined;
  const [head = "", ...lines] = markdownOf(first.content).split("\n");
  const [key = "", header = ""] = /^(?:\*\*)?(\p{L}[\p{L} ]{2,40}?)\s*:(?:\*\*)?\s+(?=\S)/u.exec(head) ?? [];
  const kind = codeHeader(header);
  const isKeyed = kind === "error code" || kind === "code" || kind === "http" || kind === "status code";
  const spoken = codesInText(isKeyed ? head.slice(key.length) : head, { isNumbered: true, isNamed });
  if (!spoken) return undefined;
  const rest = lines.join("\n");
  const beside = spoken.beside === "" ? rest : [spoken.beside, ...lines].join("\n");
  return {
    codes: spoken.codes,
    first: [
      ["Message", spoken.within],
      ["Description", beside],
    ],
    body: more,
    lines: linesOf(item),
    text: textOf(item).replace(isKeyed ? header : "", ""),
  };
}

function textOfBlock(block: Block): string {
  return block.kind === "table" || block.kind === "list"
    ? textOf(block.element)
    : block.content.map(textOf).join("");
}

function entriesOf({ codes, first, body, lines, text }: Item, section: string | undefined): SpokenEntry[] {
  const said = saidInBody(body, first);
  const withoutHeaders = said.headers.reduce((left, header) => left.replace(header, ""), text);
  const { fields } = said;
  const hasTable = body.some(({ kind }) => kind === "table");
  // Of several codes with one text, each says all of it.
  const ofEach = (code: string) =>
    codes.length === 1 ? withoutHeaders : [code, ...fields.values()].join("\n");
  return codes.map((code) => ({ code, section, fields, lines, text: ofEach(code), hasTable }));
}

/** Where all entries begin with words in bold, these are what the errors say. */
function withMessages(entries: readonly SpokenEntry[]): readonly SpokenEntry[] {
  const bold = entries.map(({ fields }) => /^\*\*([^*\n]+)\*\*\s*/.exec(fields.get("Description") ?? ""));
  if (entries.length < 2 || !entries.every(({ fields }, index) => bold[index] && !fields.has("Message")))
    return entries;
  return entries.map((entry, index) => {
    const [whole = "", message = ""] = bold[index] ?? [];
    const description = entry.fields.get("Description")?.slice(whole.length) ?? "";
    return {
      ...entry,
      fields: new Map([...entry.fields, ["Message", message], ["Description", description]]),
    };
  });
}

/** The entries below one heading as tables: one of statuses, one of other codes. */
function tablesOf(entries: readonly SpokenEntry[]): ReaderTable[] {
  const groups = new Map<string, SpokenEntry[]>();
  for (const entry of entries) {
    const key = `${isSpokenStatus(entry.code) ? "status" : "error"} ${entry.section ?? ""}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(entry);
  }
  return [...groups.values()].map(withMessages).map(tableOf);
}

function tableOf(entries: readonly SpokenEntry[]): ReaderTable {
  const [first] = entries;
  const isStatus = first !== undefined && isSpokenStatus(first.code);
  const headers = [...new Set(entries.flatMap(({ fields }) => [...fields.keys()]))].sort(
    (a, b) => Number(b === "Message") - Number(a === "Message"),
  );
  const cell = (markdown: string, { lines }: Pick<SpokenEntry, "lines">): ReaderCell => ({ markdown, lines });
  const lines = {
    start: first?.lines.start ?? 1,
    end: entries.reduce((last, { lines }) => Math.max(last, lines.end), 2),
  };
  return {
    ...(first?.section !== undefined && { section: first.section }),
    header: [isStatus ? "Status Code" : "Error Code", ...headers].map((header) => cell(header, { lines })),
    rows: entries.map((entry) => [
      {
        ...cell(entry.code, entry),
        ...(entry.hasTable && { unsaid: ["There is a table below this code, which a spec cannot express"] }),
      },
      ...headers.map((header) => cell(entry.fields.get(header) ?? "", entry)),
    ]),
    lines,
    text: entries.map(({ text }) => text).join("\n"),
    isImplied: true,
  };
}

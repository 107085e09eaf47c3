import type * as Diff from "diff";
import type { PhrasingContent } from "mdast";
import { cellText, markdownTable, printMarkdown, reasonPhrase, widthOf } from "../api.js";
import type { ComparedCode, ComparedService } from "./comparison.js";
import { anchor, plain, text } from "./markdownNodes.js";

/** Sections about codes: each wording once, with the services that use it. */
export async function codeSections(
  codes: readonly ComparedCode[],
  services: readonly ComparedService[],
): Promise<(string | readonly string[])[]> {
  const areDifferent = codes.some(({ wordings }) => wordings.length > 1);
  const mark = areDifferent
    ? marker(await import("diff"))
    : (_first: string, wording: string) => plain(wording);
  return codes.flatMap((code) => codeSection(code, services, mark));
}

function codeSection(
  { code, wordings }: ComparedCode,
  services: readonly ComparedService[],
  mark: (first: string, wording: string) => PhrasingContent[],
): (string | readonly string[])[] {
  const [first] = wordings;
  const title = `${code} ${reasonPhrase(code) ?? ""}`.trim();
  return [
    printMarkdown({ type: "heading", depth: 2, children: [anchor(code), ...plain(title)] }).trimEnd(),
    markdownTable(
      ["Services", "Description"],
      wordings.map(({ text: wording, services: places }, index) => [
        cellText(plain(places.map((place) => services[place]?.name ?? "").join(", "))),
        cellText(index > 0 && index < mostMarked ? mark(first?.text ?? "", wording) : plain(wording)),
      ]),
      widthOf,
    ),
  ];
}

/** Of more wordings, nobody compares the words. */
const mostMarked = 20;

/** From how many differing words on texts are taken for altogether different ones; the search takes their square. */
const mostEdits = 30;

/** Gives a wording with the words in bold that the first one does not have, and a sign where that has more. */
function marker({ diffWordsWithSpace }: Pick<typeof Diff, "diffWordsWithSpace">) {
  return (first: string, wording: string): PhrasingContent[] => {
    const parts = diffWordsWithSpace(first, wording, { maxEditLength: mostEdits });
    if (!parts) return plain(wording);
    const isOwn = (length: number, { value, added }: (typeof parts)[number]) =>
      added ? length + value.length : length;
    // Where most is in bold, nothing is.
    if (2 * parts.reduce(isOwn, 0) > wording.length) return plain(wording);
    return parts.flatMap(({ value, added, removed }, index): PhrasingContent[] => {
      const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(value) ?? [];
      if (removed) return parts[index + 1]?.added || words === "" ? [] : [text(`${before}(...)${after}`)];
      if (!added || words === "") return [text(value)];
      const around = (space: string) => (space === "" ? [] : [text(space)]);
      return [...around(before), { type: "strong", children: [text(words)] }, ...around(after)];
    });
  };
}

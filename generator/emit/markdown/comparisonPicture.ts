import { showHidden } from "../api.js";
import type { ComparedCode, ComparedService } from "./comparison.js";

const [cellWidth, cellHeight, gap] = [34, 18, 2];
/** About how wide a letter is, and how many a name has room for. */
const [letter, mostLetters] = [7, 48];

const legend = [
  ["most", "same words as most"],
  ["own", "words of its own"],
  ["none", "not listed"],
] as const;

/** The services by the status codes, as SVG: which ones say the same, have words of their own, or do not list one. */
export function comparisonPicture(
  services: readonly ComparedService[],
  codes: readonly ComparedCode[],
  header: readonly string[],
): string {
  const names = services.map(({ name }) => shortened(name));
  const left = Math.max(...names.map((name) => name.length), 0) * letter + 16;
  const top = 30;
  const width = Math.max(left + codes.length * cellWidth, 560) + 10;
  const height = top + services.length * cellHeight + 48;
  const said = codes.map(({ wordings }) => placesByWording(wordings));
  const rows = services.map(({ name }, place) => {
    const y = top + place * cellHeight;
    const cells = codes.map(({ code }, column) => {
      const kind = said[column]?.get(place) ?? "none";
      const [, meaning] = legend.find(([each]) => each === kind) ?? legend[2];
      return `<use href="#c" class="${kind}" x="${left + column * cellWidth}" y="${y}"><title>${escaped(`${name} ${code}: ${meaning}`)}</title></use>`;
    });
    return `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escaped(names[place] ?? "")}</text>${cells.join("")}`;
  });
  const below = top + services.length * cellHeight + 16;
  return [
    "<!--",
    ...header,
    "-->",
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    "<title>The services by status codes</title>",
    `<style>${style}</style>`,
    `<defs><rect id="c" width="${cellWidth - gap}" height="${cellHeight - gap}" rx="3"/></defs>`,
    codes
      .map(({ code }, column) => {
        const x = left + column * cellWidth + (cellWidth - gap) / 2;
        return `<text x="${x}" y="${top - 8}" text-anchor="middle">${escaped(code)}</text>`;
      })
      .join(""),
    ...rows,
    legend
      .map(([kind, meaning], index) => {
        const x = 8 + index * 190;
        return `<use href="#c" class="${kind}" x="${x}" y="${below}"/><text x="${x + cellWidth + 4}" y="${below + 13}">${meaning}</text>`;
      })
      .join(""),
    "</svg>",
    "",
  ].join("\n");
}

/** Readable on light and on dark pages; the kinds differ in lightness too. */
const style = [
  "text{font:12px system-ui,sans-serif;fill:#333}",
  ".most{fill:#4c8bb0}.own{fill:#e8a33d}.none{fill:#e4e4e4}",
  "@media(prefers-color-scheme:dark){text{fill:#ccc}.none{fill:#333}}",
].join("");

/** What the service at a place says about a code, compared with what most say. */
function placesByWording(wordings: ComparedCode["wordings"]): Map<number, "most" | "own"> {
  return new Map(
    wordings.flatMap(({ services }, index) => {
      const isOfMost = index === 0 && (services.length > 1 || wordings.length === 1);
      return services.map((place) => [place, isOfMost ? "most" : "own"] as const);
    }),
  );
}

function shortened(name: string): string {
  const line = showHidden(name.replaceAll(/\s+/g, " "));
  return line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line;
}

function escaped(text: string): string {
  return showHidden(text.replaceAll(/\s+/g, " "))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

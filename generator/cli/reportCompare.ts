import stringWidth from "string-width";
import { reasonPhrase } from "../catalogue/names.js";
import type { CompareResult } from "../commands/compare.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { type ComparedCode, summaryOf } from "../emit/markdown/comparison.js";
import { print } from "./print.js";
import { reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

/** Draws the status codes by the services, with a letter for each description; as many services beside each other as fit. */
export async function reportCompare(result: CompareResult, terminal: Terminal): Promise<void> {
  const { exitCode, services, codes } = result;
  if (exitCode === 2) return reportDiagnostics(result, "pretty", terminal);
  if (services.length === 0) return print("No service lists status codes.\n", terminal);
  const titles = codes.map(({ code }) => `${code} ${reasonPhrase(code) ?? ""}`.trim());
  const left = Math.max(...titles.map((title) => title.length)) + 2;
  const names = services.map(({ name }) => showOnOneLine(name));
  const widest = Math.max(...names.map((name) => stringWidth(name)));
  const fit = Math.max(1, Math.floor(((terminal.columns ?? Infinity) - left - widest) / 2) + 1);
  const colors = colorsOf(terminal);
  const parts: string[] = [];
  for (let from = 0; from < names.length; from += fit) {
    const places = names.slice(from, from + fit).map((_, index) => from + index);
    const heads = places.map(
      (place, index) => `${" ".repeat(left)}${"| ".repeat(index)}${names[place] ?? ""}`,
    );
    const rows = codes.map((code, row) => {
      const cells = places.map((place) => cellOf(code, place, colors));
      return `${(titles[row] ?? "").padEnd(left)}${cells.join(" ")}`;
    });
    parts.push([...heads, ...rows].join("\n"));
  }
  await print([summaryOf(codes), ...parts, `${howToRead}\n`].join("\n\n"), terminal);
}

const howToRead =
  "Each letter stands for a description: services with the same letter in a row say the same. `statusgen explain <code>` shows what they say.";

/** The letter of what a service says about a code: `a` is what most say. */
function cellOf({ wordings }: ComparedCode, place: number, colors: Colors): string {
  const index = wordings.findIndex(({ services }) => services.includes(place));
  if (index === -1) return colors.dim("·");
  const paints = [colors.green, colors.yellow, colors.cyan];
  const paint = paints[Math.min(index, paints.length - 1)] ?? colors.cyan;
  return paint(index < letters.length ? letters.charAt(index) : "+");
}

const letters = "abcdefghijklmnopqrstuvwxyz";

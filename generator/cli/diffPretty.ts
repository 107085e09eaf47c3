import type { DiffResult, PlacedChange } from "../commands/diff.js";
import { placeOf } from "../diagnostics/diagnostic.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { type Level, levels } from "../compare/change.js";
import { headlineOf, isOfWords, onOneLine, textsOf } from "./describeChange.js";
import { plural } from "./reportDiagnostics.js";
import { wordMarks } from "./wordMarks.js";

/** Changes for a person at a terminal, by service and by level, with what they mean for the next version. */
export function diffPretty({ changes, version }: DiffResult, colors: Colors): string {
  if (changes.length === 0) return "Nothing has changed.\n";
  const paint = levelColors(colors);
  const services = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const known = services.get(change.service);
    if (known) known.push(change);
    else services.set(change.service, [change]);
  }
  const paragraphs = [...services.values()].map((ofService) => [
    colors.bold(serviceLine(ofService)),
    ...levels.flatMap((level) => {
      const ofLevel = ofService.filter((change) => change.level === level);
      if (ofLevel.length === 0) return [];
      return [`  ${paint[level](titles[level])}`, ...ofLevel.flatMap((change) => lines(change, colors))];
    }),
  ]);
  const { bump, current, next } = version;
  const suggested =
    bump === "none"
      ? "no new version needed"
      : current === undefined
        ? bump
        : `${bump}, ${current} → ${next}`;
  return `${paragraphs.map((each) => each.join("\n")).join("\n\n")}\n\n${changeCounts(changes)}. Next version: ${showOnOneLine(suggested)}.\n`;
}

/** `1 breaking, 2 features` */
export function changeCounts(changes: readonly PlacedChange[]): string {
  return levels.flatMap((level) => countOf(changes, level)).join(", ");
}

function serviceLine([first]: readonly PlacedChange[]): string {
  if (!first) return "";
  const [name, id] = [onOneLine(first.serviceName), onOneLine(first.service)];
  return name === id ? name : `${name} (${id})`;
}

function lines(change: PlacedChange, colors: Colors): string[] {
  const { before, after } = textsOf(change);
  const place =
    change.file !== undefined && change.range
      ? `  ${colors.cyan(showOnOneLine(placeOf({ ...change, file: change.file })))}`
      : "";
  const text =
    before === undefined || after === undefined
      ? (after ?? before)
      : isOfWords(change)
        ? wordMarks(before, after, colors)
        : `${before} → ${after}`;
  return [
    `    ${headlineOf(change)}${place}`,
    ...(text === undefined || text === "" ? [] : [`      ${text}`]),
  ];
}

const titles: Readonly<Record<Level, string>> = {
  breaking: "breaking",
  feature: "feature",
  fix: "fix",
  none: "no effect on code",
};

function levelColors({ red, green, yellow, dim }: Colors) {
  return { breaking: red, feature: green, fix: yellow, none: dim };
}

function countOf(changes: readonly PlacedChange[], level: Level): string[] {
  const count = changes.filter((change) => change.level === level).length;
  if (count === 0) return [];
  switch (level) {
    case "breaking":
      return [`${count} breaking`];
    case "feature":
      return [plural(count, "feature")];
    case "fix":
      return [count === 1 ? "1 fix" : `${count} fixes`];
    case "none":
      return [`${count} without effect on code`];
  }
}

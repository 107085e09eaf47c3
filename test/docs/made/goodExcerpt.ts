import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { Position } from "../../../generator/index.js";

type Step = string | number;

/** The lines of a right spec that are where a finding is in a wrong one: an entry, or a field above the entries. */
export function goodExcerpt(wrong: string, place: Position, right: string): string {
  const path = pathAt(wrong, place);
  const whole = path.slice(0, path[0] !== "tables" ? 2 : path[2] === "entries" ? 4 : 3);
  for (let length = whole.length; length > 0; length--) {
    const lines = linesAt(right, whole.slice(0, length));
    if (lines !== undefined) return lines;
  }
  return right.trimEnd();
}

/** The path of the deepest value that begins before a place. */
function pathAt(text: string, { line, column }: Position): Step[] {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter, uniqueKeys: false });
  const offset = (lineCounter.lineStarts[line - 1] ?? 0) + column - 1;
  return within(contents);

  function within(node: unknown): Step[] {
    if (!isCollection(node)) return [];
    const steps = node.items.map((item, index) => ({
      step: isPair(item) && isScalar(item.key) ? String(item.key.value) : index,
      start: startOf(isPair(item) ? item.key : item),
      value: isPair(item) ? item.value : item,
    }));
    const last = steps.findLast(({ start }) => start <= offset);
    return last ? [last.step, ...within(last.value)] : [];
  }
}

/** The whole lines of the value at a path, without their indentation; `undefined` if there is none. */
function linesAt(text: string, path: readonly Step[]): string | undefined {
  const document = parseDocument(text);
  const node = document.getIn(path, true);
  if (!isNode(node) || !node.range) return undefined;
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const start = text.lastIndexOf("\n", pair ? startOf(pair.key) : node.range[0]) + 1;
  const lines = text.slice(start, node.range[1]).trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join("\n");
}

function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}

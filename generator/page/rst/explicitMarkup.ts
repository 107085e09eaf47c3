import type { PageNode } from "../pageTree.js";
import { isAdmonition } from "./admonitions.js";
import { type Construct, type Context, linesBetween } from "./context.js";
import { type Directive, directiveOf } from "./directive.js";
import { indentedBlock, isBlank, type SourceLine, textOfLines, trimBlank } from "./sourceLines.js";
import { isTableDirective, tableOfDirective } from "./tableDirectives.js";
import { unknown } from "./textBlocks.js";

/** What begins with two dots: directives, labels, comments, and what a spec has no words for. */
export const explicitMarkup: Construct = (lines, at, context) => {
  const line = lines[at]?.text ?? "";
  if (/^__(?: +|$)/.test(line))
    return unknown(
      "anonymous target",
      lines,
      at,
      indentedBlock(lines, at, { first: 2, untilBlank: true }).next,
    );
  if (!/^\.\.(?: +|$)/.test(line)) return undefined;
  const directive = directiveOf(lines, at);
  if (directive) return { nodes: nodesOf(directive, context), next: directive.next };
  const label = labelOf(line);
  if (label !== undefined && !lines[at + 1]?.text.startsWith(" "))
    return { nodes: [{ kind: "label", name: label, lines: linesBetween(lines, at, at + 1) }], next: at + 1 };
  // Two dots alone, above a blank line, end a list or a comment and say nothing.
  if (line === ".." && isBlank(lines[at + 1])) return { nodes: [], next: at + 1 };
  const [, what] = constructs.find(([pattern]) => pattern.test(line)) ?? [undefined, "comment"];
  return unknown(what, lines, at, indentedBlock(lines, at, { first: 2 }).next);
};

const constructs = [
  [/^\.\. +\[(?:[0-9]+|#|\*)/, "footnote"],
  [/^\.\. +\[/, "citation"],
  [/^\.\. +_/, "hyperlink target"],
  [/^\.\. +\|/, "substitution definition"],
] as const;

/** The name of an internal target, which references can name: quoted, or with its colons escaped. */
function labelOf(line: string): string | undefined {
  const [, quoted, plain] =
    /^\.\. +_(?:`((?:[^`\\]|\\.)+)`|(?![ `_])((?:[^:\\]|\\.|:(?! |$))+?)) ?:$/.exec(line) ?? [];
  return (quoted ?? plain)?.replaceAll(/\\(.)/g, "$1");
}

/** Directives whose content is no reStructuredText, though a diagram may look like a table. */
const literal = new Set(
  [
    "aafig code-tab ditaa doctest graphviz highlight literalinclude math mermaid parsed-literal plantuml",
    "productionlist prompt raw testcode testoutput uml",
  ]
    .join(" ")
    .split(" "),
);

/**
 * Directives whose content is reStructuredText: those of docutils, of Sphinx, and of its usual extensions
 * for tabs, cards and text that folds.
 */
const containers = new Set(
  [
    "admonition class compound container epigraph figure footer header highlights pull-quote sidebar topic",
    "deprecated describe glossary hlist ifconfig ifslides index-content object only rst-class seealso",
    "versionadded versionchanged versionremoved",
    "card card-body collapse content-tabs details div dropdown expand grid grid-item grid-item-card group-tab",
    "panels tab tab-item tab-set tabbed tabs toggle",
  ]
    .join(" ")
    .split(" "),
);

/** Whether a directive holds reStructuredText; `http:get` and its like are of Sphinx' domains. */
function isContainer(name: string): boolean {
  return containers.has(name) || isAdmonition(name) || name.includes(":");
}

function nodesOf(directive: Directive, context: Context): readonly PageNode[] {
  const { name, argument, options, content, lines } = directive;
  if (isTableDirective(name)) return tableOfDirective(directive, context);
  if (["code-block", "code", "sourcecode"].includes(name)) {
    const block = { type: "code" as const, lang: argument || null, value: textOfLines(trimBlank(content)) };
    return options.size === 0 && !/\s/.test(argument)
      ? [{ kind: "text", block, lines }]
      : [{ kind: "unknown", what: `${name} directive with options or several arguments`, lines }];
  }
  if (isAdmonition(name) && options.size === 0)
    return [{ kind: "container", name, isKnown: true, children: context.parse(content, context), lines }];
  const children = literal.has(name) ? [] : withTables(content, context);
  return children.length > 0
    ? [{ kind: "container", name, isKnown: isContainer(name), children, lines }]
    : [{ kind: "unknown", what: `${name} directive`, lines }];
}

/** What is inside a directive of any kind, such as `only` or `tab`, if there are tables. */
function withTables(content: readonly SourceLine[], context: Context): readonly PageNode[] {
  if (context.isInCell) return [];
  const inside: Context = { ...context, tableProblems: [], textProblems: [] };
  const children = context.parse(content, inside);
  if (!holdsTable(children) && inside.tableProblems.length === 0) return [];
  context.tableProblems.push(...inside.tableProblems);
  return children;
}

function holdsTable(nodes: readonly PageNode[]): boolean {
  return nodes.some(
    (node) =>
      node.kind === "table" ||
      (node.kind === "list" && node.items.some(holdsTable)) ||
      (node.kind === "container" && holdsTable(node.children)),
  );
}

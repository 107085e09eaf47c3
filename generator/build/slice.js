// Cuts a module in CommonJS down to the statements that some of its exports need, as a bundler cannot: it has to
// take it that any property of `exports` is read. ts-morph brings TypeScript's compiler; to print, it needs little of it.
import { ts } from "ts-morph";

const { SyntaxKind } = ts;

/**
 * The module's text with no more than some of its exports need. A name stands for each of its statements, and for all
 * that these name in turn, shadowed or not; statements that define no name are left out.
 *
 * @param {string} text the module
 * @param {readonly string[]} names the exports to keep
 */
export function slice(text, names) {
  const source = ts.createSourceFile("module.cjs", text, ts.ScriptTarget.Latest);
  const statements = statementsOf(source);
  const definitions = new Map();
  for (const statement of statements)
    for (const name of namesDefinedBy(statement))
      definitions.set(name, [...(definitions.get(name) ?? []), statement]);

  const kept = new Set();
  const wanted = new Set(names.map((name) => `exports.${name}`));
  for (const name of wanted)
    for (const statement of definitions.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      for (const used of namesUsedBy(statement)) wanted.add(used);
    }
  const parts = statements.filter((each) => kept.has(each)).map((each) => text.slice(each.pos, each.end));
  return `"use strict";${parts.join("")}\n`;
}

/** The properties of a module's namespace that a text names. */
export function propertiesOf(namespace, text) {
  return [
    ...new Set([...text.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, "g"))].map(([, name]) => name)),
  ];
}

/** The statements of a module; of the function around them, where there is one, as in TypeScript's. */
function statementsOf(source) {
  const wrapper = source.statements.at(-1)?.expression?.expression?.expression;
  return wrapper?.kind === SyntaxKind.ArrowFunction ? wrapper.body.statements : source.statements;
}

function namesDefinedBy(statement) {
  if (statement.declarationList)
    return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
  if (statement.name) return [statement.name.text];
  const { expression } = statement;
  if (expression?.kind === SyntaxKind.BinaryExpression) return [nameOf(expression.left)];
  if (expression?.kind !== SyntaxKind.CallExpression) return [];
  // Object.defineProperty(exports, "name", …), or (function (name) {…})(name || (name = {})).
  const [first, second] = expression.arguments;
  if (second?.text) return [`${first.text}.${second.text}`];
  return first?.left ? [nameOf(first.left)] : [];
}

function bound(name) {
  return name.elements ? name.elements.flatMap((element) => bound(element.name)) : [name.text];
}

/** `name` or `exports.name`; of all else, nothing that is ever asked for. */
function nameOf(node) {
  return node.kind === SyntaxKind.PropertyAccessExpression
    ? `${node.expression.text}.${node.name.text}`
    : node.text;
}

function namesUsedBy(statement) {
  const names = [];
  const visit = (node) => {
    if (node.kind === SyntaxKind.Identifier) names.push(node.text);
    else if (node.kind === SyntaxKind.PropertyAccessExpression) {
      names.push(nameOf(node));
      visit(node.expression);
    } else if (node.kind === SyntaxKind.PropertyAssignment && node.name.kind === SyntaxKind.Identifier)
      visit(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}

// The part of ts-morph that prints structures, for the bundle. ts-morph brings TypeScript's whole compiler, of which
// printing needs little more than the scanner; a bundler cannot cut it down, because it has to take it that any
// property of `exports` is read. Loading the whole takes 170 ms, the part 50.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ts } from "ts-morph";

const require = createRequire(import.meta.url);
const printed = require.resolve("ts-morph");
const requireOfPrinted = createRequire(printed);
const common = requireOfPrinted.resolve("@ts-morph/common");
const requireOfCommon = createRequire(common);
const typescript = requireOfCommon.resolve("./typescript.js");

/**
 * The modules of ts-morph that the bundle has other, shorter texts of, by their paths.
 *
 * @throws if ts-morph is no longer laid out as this expects
 */
export function slicesOfTsMorph() {
  const printer = slice(printed, ["exports.printStructure", "exports.StructureKind"]);
  const helpers = slice(
    common,
    propertiesOf("common", printer).map((name) => `exports.${name}`),
  );
  const used = propertiesOf("ts(?:__namespace)?", printer + helpers);
  const compiler = `${slice(typescript, used)}module.exports = { ${used.join(", ")} };\n`;
  return new Map([
    [printed, printer],
    [common, helpers],
    [typescript, withUsedMessages(compiler)],
    // Printing reads no files.
    ...["minimatch", "path-browserify", "tinyglobby"].map((name) => [requireOfCommon.resolve(name), ""]),
  ]);
}

/**
 * The text of a module with no more than some of its names need, and its licence. A name stands for each of the
 * statements that define it, and for all that these name in turn, shadowed or not.
 */
function slice(path, names) {
  const text = readFileSync(path, "utf8");
  const statements = statementsOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  const definitions = new Map();
  for (const statement of statements)
    for (const name of namesDefinedBy(statement))
      definitions.set(name, [...(definitions.get(name) ?? []), statement]);

  const missing = names.filter((name) => !definitions.has(name));
  if (missing.length > 0)
    throw new Error(
      `${path} does not define ${missing.join(", ")}: this version of ts-morph is laid out differently.`,
    );

  const kept = new Set();
  const wanted = new Set(names);
  for (const name of wanted)
    for (const statement of definitions.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      for (const used of namesUsedBy(statement)) wanted.add(used);
    }
  const [licence = ""] = /^\/\*!.*?\*\//s.exec(text) ?? [];
  const parts = statements.filter((each) => kept.has(each)).map((each) => text.slice(each.pos, each.end));
  return `${licence}"use strict";${parts.join("")}\n`;
}

/** The text without those of the compiler's two thousand messages that nothing in it names: half of it. */
function withUsedMessages(text) {
  const used = new Set(propertiesOf("Diagnostics", text));
  return text.replace(/^ *(\w+): diag\([^]*?\),?\n/gm, (line, name) => (used.has(name) ? line : ""));
}

/** The properties of a module's namespace that a text names. */
function propertiesOf(namespace, text) {
  const names = text.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, "g"));
  return [...new Set(Array.from(names, ([, name]) => name))];
}

/** The statements of a module; of the function around them, where there is one, as in TypeScript's. */
function statementsOf(source) {
  const wrapper = source.statements.at(-1)?.expression?.expression?.expression;
  return wrapper && ts.isArrowFunction(wrapper) ? wrapper.body.statements : source.statements;
}

function namesDefinedBy(statement) {
  if (statement.declarationList)
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  if (statement.name) return [statement.name.text];
  const { expression } = statement;
  if (!expression) return [];
  if (ts.isBinaryExpression(expression)) return [nameOf(expression.left)];
  if (!ts.isCallExpression(expression)) return [];
  // Object.defineProperty(exports, "name", …), or (function (name) {…})(name || (name = {})).
  const [first, second] = expression.arguments;
  if (second?.text) return [`${first.text}.${second.text}`];
  return first?.left ? [nameOf(first.left)] : [];
}

function boundBy(name) {
  return name.elements ? name.elements.flatMap((element) => boundBy(element.name)) : [name.text];
}

/** `name` or `exports.name`; of all else, nothing that is ever asked for. */
function nameOf(node) {
  return ts.isPropertyAccessExpression(node) ? `${node.expression.text}.${node.name.text}` : node.text;
}

function namesUsedBy(statement) {
  const names = [];
  const visit = (node) => {
    if (ts.isIdentifier(node)) names.push(node.text);
    else if (ts.isPropertyAccessExpression(node)) {
      names.push(nameOf(node));
      visit(node.expression);
    } else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) visit(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}

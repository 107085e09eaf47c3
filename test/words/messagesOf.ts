import ts from "typescript";

const prose = /\p{L}{2,}[\p{P}`]*\s+[\p{P}`]*\p{L}/u;

/** The texts in a source that a person may read: string and template literals with words, and exported JSDoc. */
export function messagesOf(file: string, source: string): readonly string[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const messages: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isPartOfSum(node)) return;
    const text = textOf(node);
    if (text !== undefined && prose.test(text)) messages.push(text);
    // The texts inside `${…}` are shown in their place, and by themselves where they are sentences.
    ts.forEachChild(node, visit);
  };
  visit(root);
  return messages;
}

/** A sum of strings is one text; its parts are not shown again. */
function isPartOfSum(node: ts.Node): boolean {
  return isText(node) && ts.isBinaryExpression(node.parent) && textOf(node.parent) !== undefined;
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node);
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (text, span) => `${text}{${shortened(span.expression.getText())}}${span.literal.text}`,
      node.head.text,
    );
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    if (left !== undefined && right !== undefined) return left + right;
  }
  return undefined;
}

function shortened(expression: string): string {
  const line = expression.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

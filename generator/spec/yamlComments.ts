import { CST, Lexer } from "yaml";

/** A comment, from its `#` to its last character that is not white space. */
export interface YamlComment {
  readonly offset: number;
  readonly text: string;
}

/** The comments of a YAML text, in order. Only the lexer can tell them from `#` in texts. */
export function commentsOf(text: string): YamlComment[] {
  const comments: YamlComment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    if (!isScalar && token.startsWith("#")) comments.push({ offset, text: token.trimEnd() });
    isScalar = token === CST.SCALAR;
    if (!isScalar) offset += token.length;
  }
  return comments;
}

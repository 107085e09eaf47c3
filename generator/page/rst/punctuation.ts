/*
 * Which characters may be around inline markup.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */

const before = /[\s"'(<[{\-/:]|(?![\u0021-\u007f§¶])[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
const after = /[\s\0"')>\]}\-/:\\.,;!?‚„]|(?![\u0021-\u007f§¶])[\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;

/** Tells whether markup may begin after a character; `undefined` is the beginning of the text. */
export function precedes(character: string | undefined): boolean {
  return character === undefined || before.test(character);
}

/** Tells whether markup may end before a character; `undefined` is the end of the text. */
export function follows(character: string | undefined): boolean {
  return character === undefined || after.test(character);
}

/** Opening and closing characters, with quotation marks as the languages use them. */
const pairs = new Set(
  (
    `"" '' () <> [] {} «» »« »» ‹› ›‹ ›› ‘’ ’‘ ‘‚ ’’ ‚‛ ‛‚ ‚‘ ‚’ “” ”“ “„ ”” „‟ ‟„ „“ „” ` +
    "（） ［］ ｛｝ 〈〉 《》 「」 『』 【】 〔〕 〖〗 〘〙 〚〛 〝〞 〝〟 ｟｠ ｢｣"
  ).split(" "),
);

/** Tells whether the second character closes what the first one opens. */
export function closes(first: string, second: string): boolean {
  return pairs.has(first + second);
}

import { Document, isSeq, Scalar, visit } from "yaml";
import type { Spec } from "./definition.js";

/** What editors read to know the spec language; the path is relative to the spec. */
function modeline(schemaPath: string): string {
  return ` yaml-language-server: $schema=${schemaPath}`;
}

/** Keys whose values are read as they are written: a number needs no quotes to be a code. */
const codeKeys = new Set(["code", "status", "number", "indent", "replacedBy"]);

/** Texts that no YAML reader takes for anything but a number in the ordinary way of writing it. */
const plainNumber = /^(?:0|[1-9][0-9]{0,8})$/;

/** What YAML has no other way to write than as an escape, save in double quotes. */
const inBlocks = /^[\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** A spec as YAML, as a person would have written it: blocks for long texts, plain numbers for codes. */
export function writeSpec(spec: Spec, schemaPath: string): string {
  const document = new Document(spec, { aliasDuplicateObjects: false });
  document.commentBefore = modeline(schemaPath);
  styleNodes(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace("\n\n", "\n");
}

/** Gives every value of a document the style in which a person would write it. */
export function styleNodes(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      const name = key instanceof Scalar ? String(key.value) : "";
      if (value instanceof Scalar && typeof value.value === "string") styleText(name, value, value.value);
      const isShortList = isSeq(value) && (name === "columns" || name === "spans");
      if (isShortList && value.toString().length < 100) value.flow = true;
    },
  });
}

function styleText(key: string, scalar: Scalar, text: string): void {
  if (codeKeys.has(key) && plainNumber.test(text)) scalar.value = Number(text);
  else if (!inBlocks.test(text)) scalar.type = Scalar.QUOTE_DOUBLE;
  else if (text.includes("\n")) {
    scalar.type = Scalar.BLOCK_LITERAL;
    scalar.value = text.endsWith("\n") ? text : `${text}\n`;
  }
}

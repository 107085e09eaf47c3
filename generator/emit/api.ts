/**
 * What emitters are made with: `statusgen/emit`. The built-in ones use nothing else.
 *
 * @packageDocumentation
 */
export {
  type ConfiguredEmitter,
  defineEmitter,
  type Emitter,
  type EmitOptions,
  type EnumStyle,
  type ImportExtension,
  type OutputFile,
  type StandardSchema,
} from "./emitter.js";
export { headerLines, headerSentence } from "./header.js";
export { docComment, escapeJsDoc, jsDoc } from "./layout/docComment.js";
export { broken, fits, indented, widthOf } from "./layout/layout.js";
export { codeLiteral, stringLiteral, textProperty } from "./layout/literals.js";
export { prettierForm } from "./layout/prettierForm.js";
export { printJson } from "./layout/printJson.js";
export { printStatement, printStatements, type Statement } from "./layout/statement.js";
export {
  type Entry,
  type Field,
  type FieldValue,
  fieldsOf,
  isOfPage,
  type Page,
  type PageService,
  pagesOf,
  type Service,
  type SpecService,
  type Table,
  valueOf,
  valueText,
} from "../catalogue/catalogue.js";
export {
  type ErrorCode,
  errorCodesOf,
  type StatusCode,
  statusCodesOf,
  statusesOf,
} from "../catalogue/codes.js";
export { httpStatusCodes } from "../catalogue/httpStatusCodes.js";
export { identifierFrom, reasonPhrase } from "../catalogue/names.js";
export { anchorId } from "../catalogue/anchorId.js";
export { serviceData } from "../catalogue/serviceData.js";
export { fieldLookup, lookupFields, type ServiceNames, serviceNames } from "../catalogue/serviceNames.js";
export { showHidden } from "../diagnostics/hiddenCharacters.js";
export { isPlainText, markdownToText, parseMarkdown } from "../markdown/parseMarkdown.js";
export {
  cellText,
  inlineText,
  markdownForReaders,
  printMarkdown,
  textToMarkdown,
} from "../markdown/printMarkdown.js";
export { markdownTable } from "../markdown/markdownTable.js";
export { withoutUnsafeLinks } from "../markdown/safeLink.js";
export { writePage } from "../page/writePage.js";

import { pageNotReproduced } from "./pageNotReproduced.js";
import { unsaidCell } from "./unsaidCell.js";
import { unreadablePage } from "./unreadablePage.js";
import { noCodeTable } from "./noCodeTable.js";
import { allRetired } from "./allRetired.js";
import { ambiguousSpec } from "./ambiguousSpec.js";
import { disableComment } from "./disableComment.js";
import { deviationNotOnPage } from "./deviationNotOnPage.js";
import { deviationOutlived } from "./deviationOutlived.js";
import { deviationWithoutGround } from "./deviationWithoutGround.js";
import { duplicateCode } from "./duplicateCode.js";
import { duplicateKey } from "./duplicateKey.js";
import { duplicateService } from "./duplicateService.js";
import { emptyText } from "./emptyText.js";
import { fieldWithoutColumn } from "./fieldWithoutColumn.js";
import { fullStop } from "./fullStop.js";
import { identicalText } from "./identicalText.js";
import { invalidConfig } from "./invalidConfig.js";
import { invalidIdentifier } from "./invalidIdentifier.js";
import { invisibleCharacter } from "./invisibleCharacter.js";
import { longText } from "./longText.js";
import { malformedCode } from "./malformedCode.js";
import { malformedValue } from "./malformedValue.js";
import { missingField } from "./missingField.js";
import { missingName } from "./missingName.js";
import { nameClash } from "./nameClash.js";
import { nestedText } from "./nestedText.js";
import { noPageFound } from "./noPageFound.js";
import { noSpecFound } from "./noSpecFound.js";
import { notUtf8 } from "./notUtf8.js";
import { outputEdited } from "./outputEdited.js";
import { outputMissing } from "./outputMissing.js";
import { outputNotOwned } from "./outputNotOwned.js";
import { outputOrphaned } from "./outputOrphaned.js";
import { outputStale } from "./outputStale.js";
import { pageBytes } from "./pageBytes.js";
import { pageColumns } from "./pageColumns.js";
import { pageDigest } from "./pageDigest.js";
import { pageEntryAltered } from "./pageEntryAltered.js";
import { pageEntryExtra } from "./pageEntryExtra.js";
import { pageEntryMissing } from "./pageEntryMissing.js";
import { pageLabel } from "./pageLabel.js";
import { pageNotFetched } from "./pageNotFetched.js";
import { pageNotGiven } from "./pageNotGiven.js";
import { pageOrder } from "./pageOrder.js";
import { pageRenamed } from "./pageRenamed.js";
import { pageText } from "./pageText.js";
import { pageTitle } from "./pageTitle.js";
import { pageWithoutDigest } from "./pageWithoutDigest.js";
import { pageWithoutSpec } from "./pageWithoutSpec.js";
import { reasonPhrase } from "./reasonPhrase.js";
import { repeatedCode } from "./repeatedCode.js";
import { reservedIdentifier } from "./reservedIdentifier.js";
import { tableLeftOut } from "./tableLeftOut.js";
import { textLost } from "./textLost.js";
import { textNotKept } from "./textNotKept.js";
import { invalidCall } from "./invalidCall.js";
import { sharedPageId } from "./sharedPageId.js";
import { unknownColumn } from "./unknownColumn.js";
import { unknownKey } from "./unknownKey.js";
import { unknownKind } from "./unknownKind.js";
import { unreadableFile } from "./unreadableFile.js";
import { unreadableState } from "./unreadableState.js";
import { unregisteredCode } from "./unregisteredCode.js";
import { unsafeLink } from "./unsafeLink.js";
import { unsafeServiceId } from "./unsafeServiceId.js";
import { whiteSpace } from "./whiteSpace.js";
import { wrongType } from "./wrongType.js";
import { yamlSyntax } from "./yamlSyntax.js";
import type {
  CatalogueRule,
  InputRule,
  LintRule,
  OutputRule,
  PageRule,
  Rule,
  SchemaRule,
  SpecRule,
} from "./rule.js";

const inputRules: readonly InputRule[] = [
  noSpecFound,
  unreadableFile,
  notUtf8,
  yamlSyntax,
  duplicateKey,
  invalidConfig,
  noPageFound,
  pageNotFetched,
  unreadableState,
];

/** The first that explains an issue has it, so the last one explains all that is left. */
export const schemaRules: readonly SchemaRule[] = [
  unknownKey,
  missingField,
  unknownKind,
  emptyText,
  wrongType,
  malformedCode,
  invalidIdentifier,
  unsafeServiceId,
  nestedText,
  longText,
  malformedValue,
];

export const specRules: readonly SpecRule[] = [
  duplicateCode,
  nameClash,
  missingName,
  reservedIdentifier,
  unknownColumn,
  fieldWithoutColumn,
  deviationWithoutGround,
  deviationOutlived,
];

export const catalogueRules: readonly CatalogueRule[] = [duplicateService];

export const lintRules: readonly LintRule[] = [
  reasonPhrase,
  unregisteredCode,
  fullStop,
  whiteSpace,
  invisibleCharacter,
  unsafeLink,
  identicalText,
  repeatedCode,
  pageDigest,
  disableComment,
];

const outputRules: readonly OutputRule[] = [
  outputMissing,
  outputStale,
  outputEdited,
  outputOrphaned,
  outputNotOwned,
];

export const pageRules: readonly PageRule[] = [
  unreadablePage,
  noCodeTable,
  tableLeftOut,
  unsaidCell,
  textLost,
  textNotKept,
  pageNotReproduced,
  invalidCall,
  ambiguousSpec,
  sharedPageId,
  allRetired,
  pageRenamed,
  pageTitle,
  pageLabel,
  pageColumns,
  pageText,
  pageEntryMissing,
  pageEntryExtra,
  pageEntryAltered,
  pageOrder,
  deviationNotOnPage,
  pageWithoutSpec,
  pageNotGiven,
  pageBytes,
  pageWithoutDigest,
];

/** Every rule there is, in the order of the stages that apply them. */
export const rules: readonly Rule[] = [
  ...inputRules,
  ...schemaRules,
  ...specRules,
  ...catalogueRules,
  ...lintRules,
  ...outputRules,
  ...pageRules,
];

import { deviationOutlived } from "./deviationOutlived.js";
import { deviationWithoutGround } from "./deviationWithoutGround.js";
import { disableComment } from "./disableComment.js";
import { duplicateCode } from "./duplicateCode.js";
import { duplicateService } from "./duplicateService.js";
import { emptyText } from "./emptyText.js";
import { fieldWithoutColumn } from "./fieldWithoutColumn.js";
import { fullStop } from "./fullStop.js";
import { identicalText } from "./identicalText.js";
import { inputRules } from "./inputRules.js";
import { invalidIdentifier } from "./invalidIdentifier.js";
import { invisibleCharacter } from "./invisibleCharacter.js";
import { longText } from "./longText.js";
import { malformedCode } from "./malformedCode.js";
import { malformedValue } from "./malformedValue.js";
import { missingField } from "./missingField.js";
import { missingName } from "./missingName.js";
import { nameClash } from "./nameClash.js";
import { nestedText } from "./nestedText.js";
import { outputRules } from "./outputRules.js";
import { pageDigest } from "./pageDigest.js";
import { pageRules } from "./pageRules.js";
import { reasonPhrase } from "./reasonPhrase.js";
import { repeatedCode } from "./repeatedCode.js";
import { reservedIdentifier } from "./reservedIdentifier.js";
import { unknownColumn } from "./unknownColumn.js";
import { unknownKey } from "./unknownKey.js";
import { unknownKind } from "./unknownKind.js";
import { unregisteredCode } from "./unregisteredCode.js";
import { unsafeLink } from "./unsafeLink.js";
import { unsafeServiceId } from "./unsafeServiceId.js";
import { whiteSpace } from "./whiteSpace.js";
import { wrongType } from "./wrongType.js";
import type { CatalogueRule, LintRule, Rule, SchemaRule, SpecRule } from "./rule.js";

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

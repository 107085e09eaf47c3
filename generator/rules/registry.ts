import { deviationOutlived } from "./spec/deviationOutlived.js";
import { deviationWithoutGround } from "./spec/deviationWithoutGround.js";
import { disableComment } from "./lint/disableComment.js";
import { duplicateCode } from "./spec/duplicateCode.js";
import { duplicateService } from "./catalogue/duplicateService.js";
import { emptyText } from "./schema/emptyText.js";
import { fieldWithoutColumn } from "./spec/fieldWithoutColumn.js";
import { fullStop } from "./lint/fullStop.js";
import { identicalText } from "./lint/identicalText.js";
import { inputRules } from "./inputRules.js";
import { invalidIdentifier } from "./schema/invalidIdentifier.js";
import { invisibleCharacter } from "./lint/invisibleCharacter.js";
import { longText } from "./schema/longText.js";
import { malformedCode } from "./schema/malformedCode.js";
import { malformedValue } from "./schema/malformedValue.js";
import { missingField } from "./schema/missingField.js";
import { malformedNumber } from "./spec/malformedNumber.js";
import { missingName } from "./spec/missingName.js";
import { nameClash } from "./service/nameClash.js";
import { serviceDisagreement } from "./service/serviceDisagreement.js";
import { unnamedService } from "./service/unnamedService.js";
import { unknownReplacement } from "./service/unknownReplacement.js";
import { duplicatePage } from "./service/duplicatePage.js";
import { nestedText } from "./schema/nestedText.js";
import { outputRules } from "./outputRules.js";
import { pageDigest } from "./lint/pageDigest.js";
import { pageRules } from "./pageRules.js";
import { reasonPhrase } from "./lint/reasonPhrase.js";
import { repeatedCode } from "./lint/repeatedCode.js";
import { reservedIdentifier } from "./spec/reservedIdentifier.js";
import { unknownColumn } from "./spec/unknownColumn.js";
import { unknownKey } from "./schema/unknownKey.js";
import { unknownKind } from "./schema/unknownKind.js";
import { unregisteredCode } from "./lint/unregisteredCode.js";
import { unsafeLink } from "./lint/unsafeLink.js";
import { unsafeServiceId } from "./schema/unsafeServiceId.js";
import { whiteSpace } from "./lint/whiteSpace.js";
import { wrongType } from "./schema/wrongType.js";
import type { CatalogueRule, LintRule, Rule, SchemaRule, ServiceRule, SpecRule } from "./rule.js";

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
  malformedNumber,
  duplicateCode,
  missingName,
  reservedIdentifier,
  unknownColumn,
  fieldWithoutColumn,
  deviationWithoutGround,
  deviationOutlived,
];

export const serviceRules: readonly ServiceRule[] = [
  nameClash,
  unnamedService,
  serviceDisagreement,
  duplicatePage,
  unknownReplacement,
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
  ...Object.values(inputRules),
  ...schemaRules,
  ...specRules,
  ...serviceRules,
  ...catalogueRules,
  ...lintRules,
  ...Object.values(outputRules),
  ...Object.values(pageRules),
];

import {
  type EnumStyle,
  type ErrorCode,
  errorCodesOf,
  type Service,
  serviceNames,
  type Statement,
} from "../api.js";
import { codeDeclaration, unionOfLiterals } from "./codeDeclaration.js";
import { type CodeSet, nameInDocs } from "./codeSet.js";
import { errorEntries } from "./errorEntries.js";
import { guardFunction } from "./guardFunction.js";

/** Declarations for the error codes of a service; none where it has none. */
export function errorCodeStatements(service: Service, codes: CodeSet, style: EnumStyle): Statement[] {
  const errors = errorCodesOf(service);
  if (errors.length === 0) return [];

  const names = serviceNames(service);

  return [
    ...codeDeclaration(codes, style),
    unionOfLiterals(names.errorCodeValue, `The codes of {@link ${names.errorCode}}.`, codes),
    guardFunction({
      name: names.isErrorCode,
      doc: `Tells whether a value is one of the error codes that ${nameInDocs(service)} documents.`,
      type: names.errorCode,
      literals: codes.members.map(({ literal }) => literal),
    }),
    ...errorEntries({ service, names, errors, wireType: wireType(errors), style }),
  ];
}

/** What the codes are on the wire. */
function wireType(errors: readonly ErrorCode[]): string {
  const types = new Set(errors.map(({ value }) => typeof value));
  return [...types].sort().join(" | ");
}

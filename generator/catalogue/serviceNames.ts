import type { Service } from "../catalogue/catalogue.js";
import { variablePrefix } from "../catalogue/names.js";

export type ServiceNames = ReturnType<typeof serviceNames>;

/** What the exports of a service's TypeScript are called. */
export function serviceNames({ prefix }: Service) {
  const variable = variablePrefix(prefix);
  return {
    page: `${variable}Page`,
    service: `${variable}Service`,
    statusCode: `${prefix}StatusCode`,
    statusConstant: `${variable}StatusCode`,
    statusCodeValue: `${prefix}StatusCodeValue`,
    isStatusCode: `is${prefix}StatusCode`,
    statusMessages: `${variable}StatusMessages`,
    statusDescriptions: `${variable}StatusDescriptions`,
    statusMessage: `${variable}StatusMessage`,
    statusDescription: `${variable}StatusDescription`,
    statusEntry: `${prefix}StatusEntry`,
    statusEntries: `${variable}StatusEntries`,
    statusEntryOf: `${variable}StatusEntry`,
    statusEntryByName: `${variable}StatusEntryByName`,
    statusEntryByMessage: `${variable}StatusEntryByMessage`,
    errorCode: `${prefix}ErrorCode`,
    errorConstant: `${variable}ErrorCode`,
    errorCodeValue: `${prefix}ErrorCodeValue`,
    isErrorCode: `is${prefix}ErrorCode`,
    errorEntry: `${prefix}ErrorEntry`,
    errorEntries: `${variable}ErrorEntries`,
    errorEntriesOf: `${variable}ErrorEntriesOf`,
  } as const;
}

import type { Service } from "../catalogue/catalogue.js";
import { variablePrefix } from "../catalogue/names.js";

/** What the exports of a service's TypeScript are called. */
export function serviceNames({ prefix }: Service) {
  const variable = variablePrefix(prefix);
  return {
    statusCode: `${prefix}StatusCode`,
    statusCodeValue: `${prefix}StatusCodeValue`,
    isStatusCode: `is${prefix}StatusCode`,
    statusMessages: `${variable}StatusMessages`,
    statusDescriptions: `${variable}StatusDescriptions`,
    statusMessage: `${variable}StatusMessage`,
    statusDescription: `${variable}StatusDescription`,
    errorCode: `${prefix}ErrorCode`,
    errorCodeValue: `${prefix}ErrorCodeValue`,
    isErrorCode: `is${prefix}ErrorCode`,
    errorEntry: `${prefix}ErrorEntry`,
    errorEntries: `${variable}ErrorEntries`,
    errorEntriesOf: `${variable}ErrorEntriesOf`,
  } as const;
}

// What a program in TypeScript may write with the package's types, and what it may not.
import {
  ApigStatusCode,
  apigPages,
  apigStatusCodeNotFound,
  apigStatusEntries,
  apigStatusEntry,
  apigStatusMessage,
  apigStatusMessages,
  isApigStatusCode,
  type ApigStatusCodeValue,
  type ApigStatusEntry,
} from "otc-status-codes/apig";
import * as functionGraph from "otc-status-codes/functiongraph";
import {
  ApigStatusCode as RootStatusCode,
  apigService,
  describeStatus,
  isClientError,
  services,
  type ServerErrorStatus,
  type StatusAnswer,
} from "otc-status-codes";
import { isServerError, type ClientErrorStatus, type StatusService } from "otc-status-codes/rfc9110";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type NoClientError =
  | ApigStatusCode.Ok
  | ApigStatusCode.NoContent
  | ApigStatusCode.InternalServerError
  | ApigStatusCode.NotImplemented
  | ApigStatusCode.BadGateway
  | ApigStatusCode.ServiceUnavailable
  | ApigStatusCode.GatewayTimeout;

declare const status: number;
declare const code: ApigStatusCode;
declare const value: ApigStatusCodeValue;
declare const anything: unknown;

// The codes: a constant and a member are of their own literal type, and a member is its value.
export const notFound: 404 = apigStatusCodeNotFound;
export const member: ApigStatusCode.NotFound = ApigStatusCode.NotFound;
export const valueOfMember: 404 = ApigStatusCode.NotFound;
export const valueOfCode: ApigStatusCodeValue = code;
export const sameInTheRoot: Same<RootStatusCode, ApigStatusCode> = true;
// @ts-expect-error 404 is not 400
export const badRequest: 400 = apigStatusCodeNotFound;
// @ts-expect-error the service has no such code
export const teapotMember = ApigStatusCode.ImATeapot;
// @ts-expect-error nor has its union
export const teapot: ApigStatusCodeValue = 418;
// @ts-expect-error codes of two services are two types
export const other: functionGraph.FunctionGraphStatusCode = code;

// The guard of a service narrows whatever it is given.
if (isApigStatusCode(anything)) {
  const narrowed: Same<typeof anything, ApigStatusCode> = true;
  void narrowed;
} else {
  const left: Same<typeof anything, unknown> = true;
  void left;
}
// @ts-expect-error a number is a code only once the guard has said so
export const unguarded: ApigStatusCodeValue = status;

// A number that is a code of two services passes both guards, in either order.
const { isFunctionGraphStatusCode, FunctionGraphStatusCode } = functionGraph;
if (isApigStatusCode(status) && isFunctionGraphStatusCode(status)) {
  const asEnum: ApigStatusCode = status;
  const asNumber: ApigStatusCodeValue & functionGraph.FunctionGraphStatusCodeValue = status;
  void [asEnum, asNumber];
}
export function describedByBoth(given: unknown): number | undefined {
  if (!isFunctionGraphStatusCode(given) || !isApigStatusCode(given)) return undefined;
  const asEnum: functionGraph.FunctionGraphStatusCode = given;
  return asEnum;
}
// Once a guard has narrowed a number, a switch over the enum's members knows when it has seen all.
export function isRetryable(given: number): boolean {
  if (!isFunctionGraphStatusCode(given)) return false;
  switch (given) {
    case FunctionGraphStatusCode.RequestTimeout:
    case FunctionGraphStatusCode.BadGateway:
    case FunctionGraphStatusCode.ServiceUnavailable:
    case FunctionGraphStatusCode.GatewayTimeout:
      return true;
    case FunctionGraphStatusCode.Ok:
    case FunctionGraphStatusCode.NoContent:
    case FunctionGraphStatusCode.BadRequest:
    case FunctionGraphStatusCode.Unauthorized:
    case FunctionGraphStatusCode.Forbidden:
    case FunctionGraphStatusCode.NotFound:
    case FunctionGraphStatusCode.MethodNotAllowed:
    case FunctionGraphStatusCode.NotAcceptable:
    case FunctionGraphStatusCode.ProxyAuthenticationRequired:
    case FunctionGraphStatusCode.Conflict:
    case FunctionGraphStatusCode.InternalServerError:
    case FunctionGraphStatusCode.NotImplemented:
      return false;
    default: {
      const none: never = given;
      return none;
    }
  }
}

// The guards of the classes narrow an enum and a union, in both branches.
if (isClientError(code)) {
  const narrowed: Same<typeof code, Exclude<ApigStatusCode, NoClientError>> = true;
  const ofClass: ClientErrorStatus = code;
  void [narrowed, ofClass];
} else {
  const left: Same<typeof code, NoClientError> = true;
  void left;
}
if (isServerError(value)) {
  const narrowed: Same<typeof value, 500 | 501 | 502 | 503 | 504> = true;
  const ofClass: ServerErrorStatus = value;
  void [narrowed, ofClass];
} else {
  const left: Same<typeof value, Exclude<ApigStatusCodeValue, ServerErrorStatus>> = true;
  void left;
}
// They leave a number a number: it can be another code of the class, or none at all.
if (isClientError(status)) {
  const unchanged: Same<typeof status, number> = true;
  void unchanged;
} else {
  const unchanged: Same<typeof status, number> = true;
  void unchanged;
}
// @ts-expect-error a text is not a status
isClientError("404");

// The lookups take any number, and the maps a code that they have.
export const messageOfNumber: Same<ReturnType<typeof apigStatusMessage>, string | undefined> = true;
export const messageOfCode: string = apigStatusMessages[code];
export const messageOf404: string = apigStatusMessages[404];
// The message of a code that is known is typed as its literal, by a function as by the map.
export const literalOf404: Same<(typeof apigStatusMessages)[404], "Not Found"> = true;
export const literalOfNumber: "Not Found" = apigStatusMessage(404);
export const literalOfMember: "Not Found" = apigStatusMessage(ApigStatusCode.NotFound);
export const literalOfTwo: "OK" | "Gone" = apigStatusMessage(status === 0 ? 200 : 410);
export const messageOfEnum: (typeof apigStatusMessages)[ApigStatusCodeValue] = apigStatusMessage(code);
export const noMessage: undefined = functionGraph.functionGraphStatusMessage(204);
// @ts-expect-error it is not another's
export const otherLiteral: "Gone" = apigStatusMessage(404);
// @ts-expect-error a number that may be undocumented may have no message
export const messageOfAny: string = apigStatusMessage(status);
// @ts-expect-error there is no such code in the map
export const messageOfTeapot = apigStatusMessages[418];
// @ts-expect-error nor can a mere number be looked up there
export const messageOfStatus = apigStatusMessages[status];
// @ts-expect-error FunctionGraph gives no message for some of its codes
export const messageWithout: string = functionGraph.functionGraphStatusMessages[200];

// The entries are known to the last property, and are not to be changed.
const entry = apigStatusEntry(status);
export const sameEntry: Same<typeof entry, ApigStatusEntry | undefined> = true;
// @ts-expect-error the entry may be missing
export const nameOfEntry = entry.name;
export const nameOf: Same<ApigStatusEntry["name"], keyof typeof ApigStatusCode> = true;
export const messageOf: Same<ApigStatusEntry["message"], string> = true;
export const messageIn: Same<functionGraph.FunctionGraphStatusEntry["message"], string | undefined> = true;
export const codes: readonly ApigStatusCode[] = apigStatusEntries().map((each) => each.code);
// @ts-expect-error the codes are read-only
ApigStatusCode.NotFound = 405;
// @ts-expect-error so are the services
services.push(apigService);
// @ts-expect-error so are the entries
apigStatusEntries().push();
// @ts-expect-error so is the page
apigPages[0].title = "";
// @ts-expect-error and so is a map
apigStatusMessages[404] = "";

// What describes a status takes any service, and any number.
export const answer: StatusAnswer = describeStatus(apigService, status);
export const certain: string = answer.isDocumented ? (answer.message ?? "") : answer.message;
export const ownService: Parameters<typeof describeStatus>[0] = {
  name: "Own",
  message: (of) => apigStatusMessage(of),
  description: () => undefined,
};
// @ts-expect-error a service is more than its name
describeStatus({ name: "Own" }, 404);

// What a library exports of it, its own declarations can say.
export const ownGuard = isClientError;
export const everyEntry = { apigStatusEntry, apigStatusEntries, describeStatus };

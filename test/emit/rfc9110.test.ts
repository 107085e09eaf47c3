import { describe, expect, test } from "vitest";
import { apigService, describeStatus, functionGraphService } from "../../generated/index.js";
import * as rfc9110 from "../../generated/rfc9110/index.js";

const { isInformational, isSuccessful, isRedirection, isClientError, isServerError } = rfc9110;
const guards = [isInformational, isSuccessful, isRedirection, isClientError, isServerError];

describe("the classes of RFC 9110", () => {
  test.each([
    [100, 0],
    [199, 0],
    [200, 1],
    [304, 2],
    [418, 3],
    [499, 3],
    [500, 4],
    [599, 4],
  ])("%d is of one class, by its first digit", (status, index) => {
    expect(guards.findIndex((isOfClass) => isOfClass(status))).toBe(index);
    expect(guards.filter((isOfClass) => isOfClass(status))).toHaveLength(1);
  });

  test.each([99, 600, 0, -404, 404.5, Number.NaN, Infinity, "404", null, undefined, {}])(
    "%s is no status code, so it is of no class",
    (status) => {
      expect(guards.some((isOfClass) => isOfClass(status as number))).toBe(false);
    },
  );
});

describe("describeStatus", () => {
  test("answers with what the service's page says", () => {
    expect(describeStatus(apigService, 404)).toEqual({
      status: 404,
      isDocumented: true,
      treatAs: 404,
      message: "Not Found",
      description: "The server has not found anything matching the request URI.",
    });
    expect(describeStatus(functionGraphService, 200).message).toBeUndefined();
  });

  test("has a status that the page does not list treated as the x00 of its class", () => {
    expect(describeStatus(functionGraphService, 418)).toEqual({
      status: 418,
      isDocumented: false,
      treatAs: 400,
      message: "Client Error",
      description:
        "FunctionGraph does not document 418. Treat it as 400 (RFC 9110, section 15): the request contains bad syntax or cannot be fulfilled.",
    });
    expect(
      [103, 199, 299, 302, 418, 429, 599].map((status) => {
        const { treatAs, message } = describeStatus(apigService, status);
        return `${treatAs} ${message ?? ""}`;
      }),
    ).toEqual([
      "100 Early Hints",
      "100 Informational",
      "200 Successful",
      "300 Found",
      "400 Client Error",
      "400 Too Many Requests",
      "500 Server Error",
    ]);
  });

  test.each([0, 99, 600, 404.5, Number.NaN, "404", "constructor", "__proto__"])(
    "has %s, which is no status code, treated as 500",
    (status) => {
      expect(describeStatus(apigService, status as number)).toMatchObject({
        isDocumented: false,
        treatAs: 500,
        description: `${status} is not a valid status code. Treat it as 500 (RFC 9110, section 15): the server failed to fulfill an apparently valid request.`,
      });
    },
  );
});

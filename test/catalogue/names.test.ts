import { describe, expect, test } from "vitest";
import {
  nameFromCode,
  identifierFrom,
  reasonPhrase,
  statusCodeName,
  variablePrefix,
} from "../../generator/catalogue/names.js";

test.each([
  ["Non-Authoritative Information", "NonAuthoritativeInformation"],
  ["OK", "Ok"],
  ["NotFound", "NotFound"],
  ["URI too long", "UriTooLong"],
  ["Can't do", "CantDo"],
  ["Can’t do", "CantDo"],
  ["Größe über 2", "GroEUber2"],
  ["  it / failed! ", "ItFailed"],
  ["HTTP2 A1b", "Http2A1b"],
  ["不明", ""],
  ["", ""],
])("the identifier that %j gives is %j", (text, identifier) => {
  expect(identifierFrom(text)).toBe(identifier);
});

test.each([
  ["404", "Not There", "NotThere"],
  ["404", undefined, "NotFound"],
  ["413", undefined, "ContentTooLarge"],
  ["422", undefined, "UnprocessableContent"],
  ["418", undefined, ""],
  ["404", "不明", ""],
  ["306", "(Unused)", ""],
  ["306", "(unused)", ""],
  ["299", undefined, ""],
])("the status code %s with the message %j is named %j", (code, message, name) => {
  expect(statusCodeName(code, message)).toBe(name);
});

test.each([
  ["APIG.2000", "Apig2000"],
  ["111500032", "Code111500032"],
  ["A1", "A1"],
  [".5", "Code5"],
  ["-", ""],
  ["-1", "Minus1"],
  ["\u22121", "Minus1"],
  ["－１", "Minus1"],
  ["-32012", "Minus32012"],
  ["-.5", "Minus5"],
  ["+7", "Plus7"],
  ["E(-1)", "EMinus1"],
  ["errno=-1", "ErrnoMinus1"],
  ["DBS.-1", "DbsMinus1"],
  ["DBS-1", "Dbs1"],
  ["1-2", "Code12"],
  ["E--1", "E1"],
  ["-EINVAL", "Einval"],
])("the error code %s is named %j", (code, name) => {
  expect(nameFromCode(code)).toBe(name);
});

describe("the standard reason phrase", () => {
  test.each([
    ["104", "Upload Resumption Supported"],
    ["413", "Content Too Large"],
    ["422", "Unprocessable Content"],
    ["510", "Not Extended"],
  ])("of %s is %j, as IANA has it", (code, phrase) => {
    expect(reasonPhrase(code)).toBe(phrase);
  });

  test.each(["299", "306", "418", "509", "toString", "constructor", ""])("is not there for %j", (code) => {
    expect(reasonPhrase(code)).toBeUndefined();
  });
});

test.each([
  ["FunctionGraph", "functionGraph"],
  ["DNSZone", "dnsZone"],
  ["DNS", "dns"],
  ["A", "a"],
  ["AB1", "ab1"],
  ["Apig", "apig"],
  ["S3Bucket", "s3Bucket"],
])("variables of the prefix %s begin with %s", (prefix, variable) => {
  expect(variablePrefix(prefix)).toBe(variable);
});

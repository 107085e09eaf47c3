import * as z from "zod";
import {
  defineEmitter,
  type ErrorCode,
  errorCodesOf,
  headerSentence,
  markdownForReaders,
  markdownToText,
  prettierForm,
  printJson,
  reasonPhrase,
  type Service,
  serviceNames,
  showHidden,
  type StatusCode,
  statusCodesOf,
  statusesOf,
  textToMarkdown,
} from "./api.js";

/**
 * `openapi/<service>.json` for each service: its codes as components of OpenAPI 3.1, to be referred to as in
 * `"$ref": "generated/openapi/orders.json#/components/responses/OrdersNotFound"`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export const openapi = defineEmitter({
  name: "openapi",
  options: z.strictObject({ version: z.string().regex(/\S/).default("1.0.0") }).prefault({}),
  service: async (service, options) => {
    const document = {
      openapi: "3.1.1",
      info: {
        title: `Codes of ${showHidden(service.name)}`,
        version: options.own.version,
        description: headerSentence(options, service.specs),
      },
      components: components(service),
    };
    const text = await prettierForm(`${printJson(document)}\n`, "json", options.prettier);
    return [{ path: `openapi/${service.id}.json`, text }];
  },
});

function components(service: Service) {
  const names = serviceNames(service);
  const [status, errors] = [statusCodesOf(service), errorCodesOf(service)];
  const name = showHidden(service.name);
  return {
    schemas: {
      ...(status.length > 0 && {
        [names.statusCode]: {
          ...codeSchema(`The HTTP status codes of ${name}.`, "integer", status),
          "x-enum-descriptions": status.map(({ description }) => plainText(description)),
        },
      }),
      ...(errors.length > 0 && {
        [names.errorCode]: {
          ...codeSchema(`The error codes of ${name}.`, typeOf(errors), errors),
          "x-enum-descriptions": errors.map(({ entries: [entry] }) =>
            plainText(entry.description ?? entry.message ?? ""),
          ),
        },
      }),
    },
    responses: {
      ...Object.fromEntries(status.map((code) => [component(service, code.name), statusResponse(code)])),
      ...Object.fromEntries(
        byStatus(errors).map(([status, ofStatus]) => [
          `${service.prefix}Errors${status}`,
          { description: errorsText(status, ofStatus) },
        ]),
      ),
    },
  };
}

function codeSchema(
  description: string,
  type: "integer" | "string" | readonly string[],
  codes: readonly Pick<ErrorCode, "name" | "value">[],
) {
  return {
    type,
    description,
    enum: codes.map(({ value }) => value),
    "x-enum-varnames": codes.map(({ name }) => name),
  };
}

function typeOf(codes: readonly ErrorCode[]): "integer" | "string" | readonly string[] {
  const types = new Set(
    codes.map(({ value }) => (typeof value === "number" ? ("integer" as const) : ("string" as const))),
  );
  const [only = "string", ...others] = types;
  return others.length > 0 ? [...types] : only;
}

/** Dollars can be in a name of TypeScript, and dots in one of OpenAPI. */
function component({ prefix }: Service, name: string): string {
  return `${prefix}${name.replaceAll("$", ".")}`;
}

function statusResponse({ code, message, description }: StatusCode) {
  const title = message ?? reasonPhrase(code) ?? code;
  return { description: showHidden(`${code} ${title}\n\n${markdownForReaders(description)}`.trimEnd()) };
}

/** The error codes of each status, in numeric order. */
function byStatus(errors: readonly ErrorCode[]): [status: number, ofStatus: ErrorCode[]][] {
  const groups = new Map<number, ErrorCode[]>();
  for (const error of errors)
    for (const status of new Set(error.entries.flatMap(statusesOf)))
      groups.set(status, [...(groups.get(status) ?? []), error]);
  return [...groups].sort(([a], [b]) => a - b);
}

function errorsText(status: number, errors: readonly ErrorCode[]): string {
  const lines = errors.map(({ code, entries: [{ message }] }) => {
    const text = [code, ...(message === undefined ? [] : [message])].map(textToMarkdown).join(": ");
    return `- ${text}`;
  });
  const title = `${status} ${reasonPhrase(String(status)) ?? ""}`.trimEnd();
  return showHidden(`${title}\n\n${lines.join("\n")}`);
}

function plainText(markdown: string): string {
  return showHidden(markdownToText(markdown));
}

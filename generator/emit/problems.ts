import * as z from "zod";
import {
  anchorId,
  codeLiteral,
  defineEmitter,
  docComment,
  type ErrorCode,
  errorCodesOf,
  escapeJsDoc,
  headerLines,
  indented,
  prettierForm,
  printStatements,
  type Service,
  serviceNames,
  statusesOf,
  stringLiteral,
  textProperty,
  textToMarkdown,
} from "./api.js";

const wanted = "use the address of a code's documentation, with `{code}` or `{anchor}` in it";

const options = z.strictObject({
  /** The address of a code's documentation, with `{service}`, `{code}` or `{anchor}` in it. */
  type: z.string(wanted).regex(/\{(?:code|anchor)\}/, wanted),
});

/**
 * `problems/<service>.ts` for each service that has error codes: what an API can send as problem details, with the
 * address of each code's documentation as its type.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problems = defineEmitter({
  name: "problems",
  options,
  service: async (service, given) => {
    const codes = errorCodesOf(service);
    if (codes.length === 0) return [];
    const header = headerLines(given, service.specs).map((line) => `// ${line}`);
    const statements = printStatements(problemStatements(service, codes, given.own.type));
    const text = `${header.join("\n")}\n\n${statements}\n`;
    return [
      { path: `problems/${service.id}.ts`, text: await prettierForm(text, "typescript", given.prettier) },
    ];
  },
});

function problemStatements(service: Service, codes: readonly ErrorCode[], type: string): string[] {
  const { problems: variable, problem, problemOf, problemKind, problemDetails } = namesOf(service);
  const name = escapeJsDoc(textToMarkdown(service.name));
  return [
    `${docComment(`The problems of ${name}, without what is known only when they occur.`)}
export const ${variable} = {
${codes.map((code) => problemProperty(service, code, type)).join("\n")}
} as const;`,
    `${docComment(`The kinds of problems of ${name}.`)}
export type ${problemKind} = (typeof ${variable})[keyof typeof ${variable}];`,
    `${docComment("What a problem can say of one occurrence.")}
export interface ${problemDetails} {
  /** What went wrong this time, for people. */
  readonly detail?: string;
  /** The address of this occurrence. */
  readonly instance?: string;
}`,
    `${docComment(`A problem of ${name}, as \`application/problem+json\` sends it.`)}
export type ${problem} = ${problemKind} & ${problemDetails};`,
    `${docComment("A problem with what is to be said of this occurrence.")}
export function ${problemOf}<Kind extends ${problemKind}>(
  kind: Kind,
  details: ${problemDetails} = {},
): Kind & ${problemDetails} {
  return { ...kind, ...details };
}`,
  ];
}

function namesOf(service: Service) {
  const { errorCode } = serviceNames(service);
  const variable = `${errorCode.charAt(0).toLowerCase()}${errorCode.slice(1)}`.replace(/ErrorCode$/, "");
  const type = errorCode.replace(/ErrorCode$/, "");
  return {
    problems: `${variable}Problems`,
    problem: `${type}Problem`,
    problemOf: `${variable}Problem`,
    problemKind: `${type}ProblemKind`,
    problemDetails: `${type}ProblemDetails`,
  };
}

function problemProperty(service: Service, { code, value, name, entries }: ErrorCode, type: string): string {
  const [{ message }] = entries;
  const statuses = new Set(entries.flatMap(statusesOf));
  const [status] = statuses;
  const address = type.replaceAll(
    /\{(service|code|anchor)\}/g,
    (_, key: "service" | "code" | "anchor") =>
      ({ service: service.id, code: encodeURIComponent(wellFormed(code)), anchor: anchorId(code) })[key],
  );
  const properties = [
    textProperty("type", stringLiteral(address), 2),
    textProperty("title", stringLiteral(message ?? code), 2),
    // A code that comes with several statuses says none.
    ...(status !== undefined && statuses.size === 1 ? [`status: ${status}`] : []),
    textProperty("code", codeLiteral(value), 2),
  ];
  return `  ${name}: {\n${indented(indented(properties.map((property) => `${property},`).join("\n")))}\n  },`;
}

/** The same text with a sign in the place of half a character, which no address can have. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, "\ufffd");
}

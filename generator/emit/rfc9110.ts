import { httpStatusCodes } from "../catalogue/httpStatusCodes.js";
import { fits } from "./layout.js";

/** The classes of status codes, in the words of RFC 9110, sections 15.2 to 15.6. */
const classes = [
  { digit: 1, name: "Informational", meaning: "the request was received, continuing process" },
  {
    digit: 2,
    name: "Successful",
    meaning: "the request was successfully received, understood, and accepted",
  },
  {
    digit: 3,
    name: "Redirection",
    meaning: "further action needs to be taken in order to complete the request",
  },
  { digit: 4, name: "Client Error", meaning: "the request contains bad syntax or cannot be fulfilled" },
  { digit: 5, name: "Server Error", meaning: "the server failed to fulfill an apparently valid request" },
] as const;

/**
 * The module that all services share: the classes of RFC 9110, and what to do with a status that a
 * service does not document. It has nothing of a service in it, so it is kept as text.
 */
export function rfc9110Module(): string {
  return `${[numbers, ...classes.map(guard), types, answer].join("\n")}\n`;
}

const numbers = `
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberIn<Text extends string> =
  Text extends \`\${infer Value extends number}\` ? Value : never;
type CodeOf<FirstDigit extends number> =
  NumberIn<\`\${FirstDigit}\${Digit}\${Digit}\`>;

/** The first digit of a valid status code. */
function firstDigit(status: number): number | undefined {
  return Number.isInteger(status) && status > 99 && status < 600
    ? Math.floor(status / 100)
    : undefined;
}

/** A valid status code: 100 to 599. */
export type ValidStatus = CodeOf<1 | 2 | 3 | 4 | 5>;

/** Narrows enums and unions of status codes; a plain number stays a number. */
export interface ClassGuard<Class extends number> {
  <Code extends ValidStatus>(status: Code): status is Extract<Code, Class>;
  (status: number): boolean;
}`;

// A function that is to have both signatures of the interface has to be a predicate; `never` fits any.
function guard({ digit, name, meaning }: (typeof classes)[number]): string {
  const type = name.replace(" ", "");
  return `
/** A ${digit}xx status code: ${meaning} (RFC 9110, 15.${digit + 1}). */
export type ${type}Status = CodeOf<${digit}>;

/** Tells whether a status code, documented or not, is ${digit}xx (${name}). */
export const is${type}: ClassGuard<${type}Status> = (
  status: number,
): status is never => firstDigit(status) === ${digit};`;
}

const types = `
/** An entry of any service. */
export interface StatusEntry {
  /** The status code. */
  readonly code: number;
  /** The name of its member. */
  readonly name: string;
  /** Its message, as plain text; \`undefined\` if the page gives none. */
  readonly message: string | undefined;
  /** Its description, as Markdown. */
  readonly description: string;
}

/** A service as a value, such as \`ordersService\`, for code that works with any service. */
export interface StatusService {
  /** Its import path. */
  readonly id: string;
  /** Its name for people. */
  readonly name: string;
  /** The page that lists its status codes. */
  readonly page: {
    readonly id: string;
    readonly title: string;
    readonly permalink?: string;
    readonly digest?: string;
  };
  /** The status codes that it documents, in numeric order. */
  readonly codes: readonly number[];
  /** Tells whether it documents a status code. */
  readonly is: (value: unknown) => boolean;
  /** The entry of a status code, if listed. */
  readonly entry: (code: number) => StatusEntry | undefined;
  /** The entries of all status codes, in numeric order. */
  readonly entries: () => readonly StatusEntry[];
  /** The message of a status code, if any. */
  readonly message: (code: number) => string | undefined;
  /** The description of a status code, if listed, as Markdown. */
  readonly description: (code: number) => string | undefined;
}

/** The result of {@link describeStatus}. */
export type StatusAnswer = {
  /** As it was given. */
  readonly status: number;
  /** The status to act on: itself if it is documented, otherwise the x00 of its class. */
  readonly treatAs: number;
  /** The page's description, as Markdown, or what to do if the status is not documented. */
  readonly description: string;
} & (
  | {
      /** Whether the service's page lists the status. */
      readonly isDocumented: true;
      /** The page's message, if any. */
      readonly message: string | undefined;
    }
  | {
      /** The page does not list it. */
      readonly isDocumented: false;
      /** The standard reason phrase in the IANA registry, otherwise the name of the class. */
      readonly message: string;
    }
);`;

const answer = `
/** The reason phrases of the IANA registry. */
const phrases: Readonly<Record<number, string | undefined>> = {
${[...httpStatusCodes].flatMap(([code, { phrase }]) => (phrase === undefined ? [] : `  ${code}: "${phrase}",`)).join("\n")}
};

/**
 * Describes a status of a service, or says how to treat one that it does not document: by RFC 9110,
 * section 15, an unknown status counts as the x00 of its class, and an invalid one as 500.
 *
 * @example describeStatus(ordersService, 418).treatAs // 400
 */
export function describeStatus(
  service: Pick<StatusService, "name" | "message" | "description">,
  status: number,
): StatusAnswer {
  const description = service.description(status);
  if (description !== undefined) {
    return {
      status,
      isDocumented: true,
      treatAs: status,
      message: service.message(status),
      description,
    };
  }
  const digit = firstDigit(status);
  const treatAs = (digit ?? 5) * 100;
  const [name, meaning] = classOf(treatAs);
  const finding =
    digit === undefined
      ? \`\${status} is not a valid status code\`
      : \`\${service.name} does not document \${status}\`;
  return {
    status,
    isDocumented: false,
    treatAs,
    message: (digit === undefined ? undefined : phrases[status]) ?? name,
    description: \`\${finding}. Treat it as \${treatAs} (RFC 9110, section 15): \${meaning}.\`,
  };
}

function classOf(code: number): readonly [name: string, meaning: string] {
  switch (code) {
${classes.map(classCase).join("\n")}
  }
}`;

/** One line of the answer; the last class is what is left. */
function classCase({ digit, name, meaning }: (typeof classes)[number]): string {
  const line = `      return ["${name}", "${meaning}"];`;
  const returned = fits(line) ? line : `      return [\n        "${name}",\n        "${meaning}",\n      ];`;
  return `    ${digit === 5 ? "default" : `case ${digit}00`}:\n${returned}`;
}

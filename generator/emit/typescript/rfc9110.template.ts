type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberIn<Text extends string> =
  Text extends `${infer Value extends number}` ? Value : never;
type CodeOf<FirstDigit extends number> =
  NumberIn<`${FirstDigit}${Digit}${Digit}`>;

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
}

/** A 1xx status code: the request was received, continuing process (RFC 9110, 15.2). */
export type InformationalStatus = CodeOf<1>;

/** Tells whether a status code, documented or not, is 1xx (Informational). */
export const isInformational: ClassGuard<InformationalStatus> = (
  status: number,
): status is never => firstDigit(status) === 1;

/** A 2xx status code: the request was successfully received, understood, and accepted (RFC 9110, 15.3). */
export type SuccessfulStatus = CodeOf<2>;

/** Tells whether a status code, documented or not, is 2xx (Successful). */
export const isSuccessful: ClassGuard<SuccessfulStatus> = (
  status: number,
): status is never => firstDigit(status) === 2;

/** A 3xx status code: further action needs to be taken in order to complete the request (RFC 9110, 15.4). */
export type RedirectionStatus = CodeOf<3>;

/** Tells whether a status code, documented or not, is 3xx (Redirection). */
export const isRedirection: ClassGuard<RedirectionStatus> = (
  status: number,
): status is never => firstDigit(status) === 3;

/** A 4xx status code: the request contains bad syntax or cannot be fulfilled (RFC 9110, 15.5). */
export type ClientErrorStatus = CodeOf<4>;

/** Tells whether a status code, documented or not, is 4xx (Client Error). */
export const isClientError: ClassGuard<ClientErrorStatus> = (
  status: number,
): status is never => firstDigit(status) === 4;

/** A 5xx status code: the server failed to fulfill an apparently valid request (RFC 9110, 15.6). */
export type ServerErrorStatus = CodeOf<5>;

/** Tells whether a status code, documented or not, is 5xx (Server Error). */
export const isServerError: ClassGuard<ServerErrorStatus> = (
  status: number,
): status is never => firstDigit(status) === 5;

/** An entry of any service. */
export interface StatusEntry {
  /** The status code. */
  readonly code: number;
  /** The name of its member. */
  readonly name: string;
  /** Its message, as plain text; `undefined` if the page gives none. */
  readonly message: string | undefined;
  /** Its description, as Markdown. */
  readonly description: string;
}

/** A service as a value, such as `ordersService`, for code that works with any service. */
export interface StatusService {
  /** Its import path. */
  readonly id: string;
  /** Its name for people. */
  readonly name: string;
  /** The pages that list its codes. */
  readonly pages: readonly {
    readonly id: string;
    readonly title: string;
    readonly permalink?: string;
    readonly digest?: string;
  }[];
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
);

/** The reason phrases of the IANA registry. */
const phrases: Readonly<Record<number, string | undefined>> = {
  // Each phrase of the registry.
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
      ? `${status} is not a valid status code`
      : `${service.name} does not document ${status}`;
  return {
    status,
    isDocumented: false,
    treatAs,
    message: (digit === undefined ? undefined : phrases[status]) ?? name,
    description: `${finding}. Treat it as ${treatAs} (RFC 9110, section 15): ${meaning}.`,
  };
}

function classOf(code: number): readonly [name: string, meaning: string] {
  switch (code) {
    case 100:
      return ["Informational", "the request was received, continuing process"];
    case 200:
      return [
        "Successful",
        "the request was successfully received, understood, and accepted",
      ];
    case 300:
      return [
        "Redirection",
        "further action needs to be taken in order to complete the request",
      ];
    case 400:
      return [
        "Client Error",
        "the request contains bad syntax or cannot be fulfilled",
      ];
    default:
      return [
        "Server Error",
        "the server failed to fulfill an apparently valid request",
      ];
  }
}

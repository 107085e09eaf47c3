/** One way to look a code up: what to import, and the expression for a code, given as an expression itself. */
export interface Usage {
  readonly imports: string;
  readonly of: (code: string) => string;
  /** Whether it throws for a code that it does not know, so that a caller has to catch. */
  readonly isThrowing?: true;
  /** Whether it reads a map, which answers for `"constructor"` as well, instead of calling a function. */
  readonly isMap?: true;
}

/** A package, and how its documentation has one use it. What a package does not offer is left out. */
export interface Subject {
  readonly name: string;
  /** What is imported for one service; the other packages have but one module. */
  readonly specifier: string;
  /** The entry points that a pattern in the manifest hides from tools. */
  readonly entryPoints: readonly string[];
  /** Where a package of types stands for it. */
  readonly typesName?: string;
  readonly constant?: Usage;
  readonly member?: Usage;
  readonly message: Usage;
  readonly description?: Usage;
  /** All ways to look a message up. */
  readonly lookups: readonly Usage[];
}

const ourMessage: Usage = { imports: "{ apigStatusMessage }", of: (code) => `apigStatusMessage(${code})` };

export const ours: Subject = {
  name: "otc-status-codes",
  specifier: "otc-status-codes/apig",
  entryPoints: ["apig", "functiongraph", "rfc9110", "json/apig.json", "json/functiongraph.json"],
  constant: { imports: "{ apigStatusCodeNotFound }", of: () => "apigStatusCodeNotFound" },
  member: { imports: "{ ApigStatusCode }", of: () => "ApigStatusCode.NotFound" },
  message: ourMessage,
  description: { imports: "{ apigStatusDescription }", of: (code) => `apigStatusDescription(${code})` },
  lookups: [
    ourMessage,
    { imports: "{ apigStatusMessages }", of: (code) => `apigStatusMessages[${code}]`, isMap: true },
  ],
};

const reasonPhrase: Usage = {
  imports: "{ getReasonPhrase }",
  of: (code) => `getReasonPhrase(${code})`,
  isThrowing: true,
};
const statusMessage: Usage = { imports: "{ status }", of: (code) => `status[${code}]`, isMap: true };
const statusesMessage: Usage = {
  imports: "statuses",
  of: (code) => `statuses.message[${code}]`,
  isMap: true,
};
const readmeStatusCode: Usage = {
  imports: "{ getStatusCode }",
  of: (code) => `getStatusCode(${code}).message`,
  isThrowing: true,
};

export const peers: readonly Subject[] = [
  {
    name: "http-status-codes",
    specifier: "http-status-codes",
    entryPoints: [],
    // Deprecated there in favour of the enum, but the nearest to a constant that anyone offers.
    constant: { imports: "{ NOT_FOUND }", of: () => "NOT_FOUND" },
    member: { imports: "{ StatusCodes }", of: () => "StatusCodes.NOT_FOUND" },
    message: reasonPhrase,
    lookups: [reasonPhrase],
  },
  {
    name: "http-status",
    specifier: "http-status",
    entryPoints: ["cloudflare", "iis", "nginx", "unofficial"],
    member: { imports: "{ status }", of: () => "status.NOT_FOUND" },
    message: statusMessage,
    description: {
      imports: "{ status }",
      of: (code) => (/^\d+$/.test(code) ? `status["${code}_MESSAGE"]` : `status[\`\${${code}}_MESSAGE\`]`),
    },
    lookups: [statusMessage],
  },
  {
    name: "statuses",
    specifier: "statuses",
    entryPoints: [],
    typesName: "@types/statuses",
    member: { imports: "statuses", of: () => `statuses.code["not found"]` },
    message: statusesMessage,
    lookups: [statusesMessage, { imports: "statuses", of: (code) => `statuses(${code})`, isThrowing: true }],
  },
  {
    name: "@readme/http-status-codes",
    specifier: "@readme/http-status-codes",
    entryPoints: [],
    message: readmeStatusCode,
    // Its documentation does not name the map, but its types do.
    lookups: [readmeStatusCode, { imports: "{ codes }", of: (code) => `codes[${code}]?.[0]`, isMap: true }],
  },
];

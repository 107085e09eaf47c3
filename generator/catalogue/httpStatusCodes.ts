/** What the IANA registry of HTTP status codes says about a code. */
interface RegisteredStatus {
  /** The standard reason phrase; absent where the registry marks the code as unused. */
  readonly phrase?: string;
  /** The document that defines the code; of 104, which is registered temporarily, a draft. */
  readonly definedIn: string;
}

/**
 * The registry as of 2025-09-15. Codes that are in use in spite of it, such as 509, are not in it, and
 * packages that list them have older phrases for 413 and 422.
 *
 * @see https://www.iana.org/assignments/http-status-codes/
 */
export const httpStatusCodes: ReadonlyMap<string, RegisteredStatus> = new Map<string, RegisteredStatus>([
  ["100", { phrase: "Continue", definedIn: "RFC 9110, Section 15.2.1" }],
  ["101", { phrase: "Switching Protocols", definedIn: "RFC 9110, Section 15.2.2" }],
  ["102", { phrase: "Processing", definedIn: "RFC 2518" }],
  ["103", { phrase: "Early Hints", definedIn: "RFC 8297" }],
  ["104", { phrase: "Upload Resumption Supported", definedIn: "draft-ietf-httpbis-resumable-upload" }],
  ["200", { phrase: "OK", definedIn: "RFC 9110, Section 15.3.1" }],
  ["201", { phrase: "Created", definedIn: "RFC 9110, Section 15.3.2" }],
  ["202", { phrase: "Accepted", definedIn: "RFC 9110, Section 15.3.3" }],
  ["203", { phrase: "Non-Authoritative Information", definedIn: "RFC 9110, Section 15.3.4" }],
  ["204", { phrase: "No Content", definedIn: "RFC 9110, Section 15.3.5" }],
  ["205", { phrase: "Reset Content", definedIn: "RFC 9110, Section 15.3.6" }],
  ["206", { phrase: "Partial Content", definedIn: "RFC 9110, Section 15.3.7" }],
  ["207", { phrase: "Multi-Status", definedIn: "RFC 4918" }],
  ["208", { phrase: "Already Reported", definedIn: "RFC 5842" }],
  ["226", { phrase: "IM Used", definedIn: "RFC 3229" }],
  ["300", { phrase: "Multiple Choices", definedIn: "RFC 9110, Section 15.4.1" }],
  ["301", { phrase: "Moved Permanently", definedIn: "RFC 9110, Section 15.4.2" }],
  ["302", { phrase: "Found", definedIn: "RFC 9110, Section 15.4.3" }],
  ["303", { phrase: "See Other", definedIn: "RFC 9110, Section 15.4.4" }],
  ["304", { phrase: "Not Modified", definedIn: "RFC 9110, Section 15.4.5" }],
  ["305", { phrase: "Use Proxy", definedIn: "RFC 9110, Section 15.4.6" }],
  ["306", { definedIn: "RFC 9110, Section 15.4.7" }],
  ["307", { phrase: "Temporary Redirect", definedIn: "RFC 9110, Section 15.4.8" }],
  ["308", { phrase: "Permanent Redirect", definedIn: "RFC 9110, Section 15.4.9" }],
  ["400", { phrase: "Bad Request", definedIn: "RFC 9110, Section 15.5.1" }],
  ["401", { phrase: "Unauthorized", definedIn: "RFC 9110, Section 15.5.2" }],
  ["402", { phrase: "Payment Required", definedIn: "RFC 9110, Section 15.5.3" }],
  ["403", { phrase: "Forbidden", definedIn: "RFC 9110, Section 15.5.4" }],
  ["404", { phrase: "Not Found", definedIn: "RFC 9110, Section 15.5.5" }],
  ["405", { phrase: "Method Not Allowed", definedIn: "RFC 9110, Section 15.5.6" }],
  ["406", { phrase: "Not Acceptable", definedIn: "RFC 9110, Section 15.5.7" }],
  ["407", { phrase: "Proxy Authentication Required", definedIn: "RFC 9110, Section 15.5.8" }],
  ["408", { phrase: "Request Timeout", definedIn: "RFC 9110, Section 15.5.9" }],
  ["409", { phrase: "Conflict", definedIn: "RFC 9110, Section 15.5.10" }],
  ["410", { phrase: "Gone", definedIn: "RFC 9110, Section 15.5.11" }],
  ["411", { phrase: "Length Required", definedIn: "RFC 9110, Section 15.5.12" }],
  ["412", { phrase: "Precondition Failed", definedIn: "RFC 9110, Section 15.5.13" }],
  ["413", { phrase: "Content Too Large", definedIn: "RFC 9110, Section 15.5.14" }],
  ["414", { phrase: "URI Too Long", definedIn: "RFC 9110, Section 15.5.15" }],
  ["415", { phrase: "Unsupported Media Type", definedIn: "RFC 9110, Section 15.5.16" }],
  ["416", { phrase: "Range Not Satisfiable", definedIn: "RFC 9110, Section 15.5.17" }],
  ["417", { phrase: "Expectation Failed", definedIn: "RFC 9110, Section 15.5.18" }],
  ["418", { definedIn: "RFC 9110, Section 15.5.19" }],
  ["421", { phrase: "Misdirected Request", definedIn: "RFC 9110, Section 15.5.20" }],
  ["422", { phrase: "Unprocessable Content", definedIn: "RFC 9110, Section 15.5.21" }],
  ["423", { phrase: "Locked", definedIn: "RFC 4918" }],
  ["424", { phrase: "Failed Dependency", definedIn: "RFC 4918" }],
  ["425", { phrase: "Too Early", definedIn: "RFC 8470" }],
  ["426", { phrase: "Upgrade Required", definedIn: "RFC 9110, Section 15.5.22" }],
  ["428", { phrase: "Precondition Required", definedIn: "RFC 6585" }],
  ["429", { phrase: "Too Many Requests", definedIn: "RFC 6585" }],
  ["431", { phrase: "Request Header Fields Too Large", definedIn: "RFC 6585" }],
  ["451", { phrase: "Unavailable For Legal Reasons", definedIn: "RFC 7725" }],
  ["500", { phrase: "Internal Server Error", definedIn: "RFC 9110, Section 15.6.1" }],
  ["501", { phrase: "Not Implemented", definedIn: "RFC 9110, Section 15.6.2" }],
  ["502", { phrase: "Bad Gateway", definedIn: "RFC 9110, Section 15.6.3" }],
  ["503", { phrase: "Service Unavailable", definedIn: "RFC 9110, Section 15.6.4" }],
  ["504", { phrase: "Gateway Timeout", definedIn: "RFC 9110, Section 15.6.5" }],
  ["505", { phrase: "HTTP Version Not Supported", definedIn: "RFC 9110, Section 15.6.6" }],
  ["506", { phrase: "Variant Also Negotiates", definedIn: "RFC 2295" }],
  ["507", { phrase: "Insufficient Storage", definedIn: "RFC 4918" }],
  ["508", { phrase: "Loop Detected", definedIn: "RFC 5842" }],
  ["510", { phrase: "Not Extended", definedIn: "RFC 2774" }],
  ["511", { phrase: "Network Authentication Required", definedIn: "RFC 6585" }],
]);

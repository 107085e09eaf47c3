import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { version } from "../version.js";
import { largestFile } from "./disk.js";

/** What fetching a page is allowed. */
export interface FetchLimits {
  /** How long it may take, redirects included. */
  readonly milliseconds: number;
  /** How many bytes the page may have, unpacked. */
  readonly bytes: number;
  /** Whether `http:` will do. */
  readonly allowHttp: boolean;
  /**
   * The hosts that may have an address of a private network, where others may not. Without it, all may: whoever
   * calls the command names the address.
   */
  readonly privateHosts?: readonly string[];
}

export const fetchLimits: FetchLimits = { milliseconds: 30_000, bytes: largestFile, allowHttp: false };

/** How many redirects are followed. */
const mostRedirects = 5;

/** Why there is no page, and what to do about it. */
interface Refusal {
  readonly reason: string;
  readonly help: string;
}

/** By what a server tells one version of a page from another. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A page as a server gives it. */
export interface FetchedPage extends Validators {
  readonly bytes: Uint8Array;
  /** Its media type without parameters, such as `text/html`; empty where the server gives none. */
  readonly type: string;
}

/**
 * Fetches a page by https, or http where that is allowed. Never throws: what goes wrong is the answer.
 *
 * @param known by what the server told the version that is known already
 * @returns the page; `"unchanged"` where it is the known version
 */
export async function fetchPage(
  place: string,
  limits: FetchLimits,
  known: Validators = {},
): Promise<FetchedPage | "unchanged" | Refusal> {
  if (!URL.canParse(place))
    return { reason: "it is not an https URL", help: "Give an https URL, or a path." };
  const url = new URL(place);
  const refusal = refusalOfUrl(url, limits);
  if (refusal) return refusal;
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await follow(url, { limits, known, signal });
    if (response === "unchanged" || "reason" in response) return response;
    const bytes = await bytesOf(response, limits.bytes);
    if (bytes) return pageOf(response, bytes);
    return { reason: `it is larger than ${limits.bytes / 1e6} MB`, help: "Give the URL of a single page." };
  } catch (error) {
    const help = "Check the URL and the network, then try again.";
    const late = `the server did not answer within ${limits.milliseconds / 1000} seconds`;
    return signal.aborted ? { reason: late, help } : failure(error, url, help);
  }
}

function pageOf({ headers }: IncomingMessage, bytes: Uint8Array): FetchedPage {
  const { etag, "last-modified": lastModified, "content-type": type = "" } = headers;
  return {
    bytes,
    type: type.split(";", 1)[0]?.trim().toLowerCase() ?? "",
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

function refusalOfUrl(
  { protocol, username, password }: URL,
  { allowHttp }: FetchLimits,
): Refusal | undefined {
  if (username !== "" || password !== "") {
    return {
      reason: "it contains a user name or a password",
      help: "Fetch the page yourself, and give its path.",
    };
  }
  if (protocol === "https:" || (protocol === "http:" && allowHttp)) return undefined;
  return protocol === "http:"
    ? { reason: "it uses http, not https", help: "Give an https URL, or allow http with --allow-http." }
    : { reason: "it is not an https URL", help: "Give an https URL, or a path." };
}

interface Call {
  readonly limits: FetchLimits;
  readonly known: Validators;
  readonly signal: AbortSignal;
  readonly redirects?: number;
}

/** The answer after its redirects, which may not lead to another server. */
async function follow(url: URL, call: Call): Promise<IncomingMessage | "unchanged" | Refusal> {
  const { limits, redirects = mostRedirects } = call;
  const response = await request(url, call);
  const { statusCode = 0, headers } = response;
  if (statusCode === 304) {
    response.destroy();
    return "unchanged";
  }
  if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
    const refusal = refusalOf(response);
    if (refusal) response.destroy();
    return refusal ?? response;
  }
  response.destroy();
  if (!URL.canParse(headers.location, url.href))
    return { reason: "the server redirects to something that is not a URL", help: "Correct the URL." };
  const next = new URL(headers.location, url);
  const isUpgrade = next.hostname === url.hostname && url.protocol === "http:" && next.protocol === "https:";
  if (next.origin !== url.origin && !isUpgrade) {
    return {
      reason: `the server redirects to ${next.protocol}//${next.host}`,
      help: "If that is correct, give that URL instead.",
    };
  }
  if (redirects === 0) return { reason: "the server redirects in a loop", help: "Correct the URL." };
  return refusalOfUrl(next, limits) ?? follow(next, { ...call, redirects: redirects - 1 });
}

/** One request. Where the address must be public, that is looked at when the connection is made, not before. */
async function request(
  url: URL,
  { limits: { privateHosts }, known: { etag, lastModified }, signal }: Call,
): Promise<IncomingMessage> {
  const isHttps = url.protocol === "https:";
  const isGuarded = privateHosts !== undefined && !privateHosts.includes(url.hostname);
  const [{ request: send }, guard] = await Promise.all([
    isHttps ? import("node:https") : import("node:http"),
    isGuarded ? import("request-filtering-agent") : undefined,
  ]);
  const Agent = isHttps ? guard?.RequestFilteringHttpsAgent : guard?.RequestFilteringHttpAgent;
  const headers = {
    "user-agent": `statusgen/${version}`,
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
  return new Promise((resolve, reject) => {
    send(url, { signal, headers, ...(Agent && { agent: new Agent() }) }, resolve)
      .on("error", reject)
      .end();
  });
}

function refusalOf({ statusCode = 0, statusMessage = "" }: IncomingMessage): Refusal | undefined {
  if (statusCode >= 200 && statusCode <= 299) return undefined;
  const phrase = statusMessage === "" ? "" : ` ${statusMessage}`;
  return {
    reason: `the server answers ${statusCode}${phrase}`,
    help: "Correct the URL, or try again later.",
  };
}

/** `undefined` where there are more bytes than allowed; what a server says about its length is not relied upon. */
async function bytesOf(response: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of (await unpacked(response)) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The page as it is before a server packs it, which some do without being asked. */
async function unpacked(response: IncomingMessage): Promise<Readable> {
  const coding = response.headers["content-encoding"] ?? "identity";
  if (coding === "identity") return response;
  const { createBrotliDecompress, createUnzip } = await import("node:zlib");
  if (coding === "br") return response.pipe(createBrotliDecompress());
  if (/^(?:x-)?gzip$|^deflate$/.test(coding)) return response.pipe(createUnzip());
  throw new Error(`the server packs it as ${coding}`);
}

function failure(error: unknown, { hostname }: URL, help: string): Refusal {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  const message = cause instanceof Error ? cause.message.split("\n")[0] : undefined;
  if (message?.includes("is not allowed. Because")) {
    return {
      reason: `the address of ${hostname} is not a public one`,
      help: `Correct the URL, or allow the host in the config: "sources": { "allow": ["${hostname}"] }.`,
    };
  }
  return { reason: code ?? (message || "the connection failed"), help };
}

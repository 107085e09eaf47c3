import { largestFile } from "./disk.js";

/** What fetching a page is allowed. */
export interface FetchLimits {
  /** How long it may take, redirects included. */
  readonly milliseconds: number;
  /** How many bytes the page may have, unpacked. */
  readonly bytes: number;
  /** Whether `http:` will do. */
  readonly allowHttp: boolean;
}

export const fetchLimits: FetchLimits = { milliseconds: 30_000, bytes: largestFile, allowHttp: false };

/** How many redirects are followed. */
const mostRedirects = 5;

/** Why there is no page, and what to do about it. */
interface Refusal {
  readonly reason: string;
  readonly help: string;
}

/** A page, and the media type that the server gives it. */
interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Without parameters, such as `text/html`; empty where the server gives none. */
  readonly type: string;
}

/** Fetches a page by https, or http where that is allowed. Never throws: what goes wrong is the answer. */
export async function fetchPage(place: string, limits: FetchLimits): Promise<FetchedPage | Refusal> {
  if (!URL.canParse(place))
    return { reason: "it is not an https URL", help: "Give an https URL, or a path." };
  const url = new URL(place);
  const refusal = refusalOfUrl(url, limits);
  if (refusal) return refusal;
  try {
    const response = await follow(url, limits, AbortSignal.timeout(limits.milliseconds));
    if ("reason" in response) return response;
    const bytes = await bytesOf(response, limits.bytes);
    if (bytes) return { bytes, type: response.headers.get("content-type")?.split(";", 1)[0]?.trim() ?? "" };
    return { reason: `it is larger than ${limits.bytes / 1e6} MB`, help: "Give the URL of a single page." };
  } catch (error) {
    return failure(error, limits);
  }
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

/** The answer after its redirects, which may not lead to another server. */
async function follow(
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
  redirects = mostRedirects,
): Promise<Response | Refusal> {
  const response = await fetch(url.href, { signal, redirect: "manual" });
  const location = response.headers.get("location");
  if (response.status < 300 || response.status > 399 || location === null) {
    const refusal = refusalOf(response);
    if (refusal) await response.body?.cancel();
    return refusal ?? response;
  }
  await response.body?.cancel();
  if (!URL.canParse(location, url.href)) {
    return { reason: "the server redirects to something that is not a URL", help: "Correct the URL." };
  }
  const next = new URL(location, url);
  const isUpgrade = next.hostname === url.hostname && url.protocol === "http:" && next.protocol === "https:";
  if (next.origin !== url.origin && !isUpgrade) {
    return {
      reason: `the server redirects to ${next.protocol}//${next.host}`,
      help: "If that is correct, give that URL instead.",
    };
  }
  if (redirects === 0) return { reason: "the server redirects in a loop", help: "Correct the URL." };
  return refusalOfUrl(next, limits) ?? follow(next, limits, signal, redirects - 1);
}

function refusalOf({ ok, status, statusText }: Response): Refusal | undefined {
  if (ok) return undefined;
  const phrase = statusText === "" ? "" : ` ${statusText}`;
  return { reason: `the server answers ${status}${phrase}`, help: "Correct the URL, or try again later." };
}

/** `undefined` where there are more bytes than allowed; what a server says about its length is not relied upon. */
async function bytesOf({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the rest.
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failure(error: unknown, { milliseconds }: FetchLimits): Refusal {
  const help = "Check the URL and the network, then try again.";
  if (error instanceof Error && error.name === "TimeoutError") {
    return { reason: `the server did not answer within ${milliseconds / 1000} seconds`, help };
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  const message = cause instanceof Error ? cause.message.split("\n")[0] : undefined;
  return { reason: code ?? (message || "the connection failed"), help };
}

/** How long fetching a page may take, in milliseconds, and how many bytes a page may have. */
export const fetchLimits = { milliseconds: 30_000, bytes: 10_000_000 };

/** The bytes of a page, or why there are none and what to do about it. */
type Fetched = { readonly bytes: Uint8Array } | { readonly reason: string; readonly help: string };

/** Whether a place is written as a URL, of whatever protocol; `C:\pages` is a path. */
export function isUrl(place: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(place);
}

/** Fetches a page by http or https. Never throws: what goes wrong is the answer. */
export async function fetchPage(url: string, limits: typeof fetchLimits): Promise<Fetched> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) {
    return { reason: "it is no http or https URL", help: "Give an http or https URL, or a path." };
  }
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.milliseconds) });
    const refusal = refusalOf(response);
    if (refusal) {
      await response.body?.cancel();
      return refusal;
    }
    const bytes = await bytesOf(response, limits.bytes);
    if (bytes) return { bytes };
    return { reason: `it is larger than ${limits.bytes / 1e6} MB`, help: "Give the URL of the page alone." };
  } catch (error) {
    return failure(error, limits);
  }
}

function refusalOf({
  ok,
  status,
  statusText,
  headers,
}: Response): Exclude<Fetched, { bytes: unknown }> | undefined {
  if (!ok) {
    const phrase = statusText === "" ? "" : ` ${statusText}`;
    return { reason: `the server answers ${status}${phrase}`, help: "Correct the URL, or try again later." };
  }
  if (!headers.get("content-type")?.startsWith("text/html")) return undefined;
  return { reason: "it is HTML", help: "Give the URL of the page's reStructuredText source." };
}

/** `undefined` where there are more bytes than allowed; what a server says of its length is not relied upon. */
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

function failure(error: unknown, { milliseconds }: typeof fetchLimits): Fetched {
  const help = "Look at the URL and the network, then try again.";
  if (error instanceof Error && error.name === "TimeoutError") {
    return { reason: `there is no answer within ${milliseconds / 1000} seconds`, help };
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  const message = cause instanceof Error ? cause.message.split("\n")[0] : undefined;
  return { reason: code ?? (message || "the connection failed"), help };
}

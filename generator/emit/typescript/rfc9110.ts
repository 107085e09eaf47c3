import { readFile } from "node:fs/promises";
import { httpStatusCodes } from "../api.js";

/**
 * The module that all services share: the classes of RFC 9110, and what to do with a status that a
 * service does not document. It has nothing of a service in it, so it is a file of its own that the
 * compiler checks; only the registry's reason phrases are filled in.
 */
export async function rfc9110Module(): Promise<string> {
  const template = await readFile(new URL("rfc9110.template.ts", import.meta.url), "utf8");
  const phrases = [...httpStatusCodes].flatMap(([code, { phrase }]) =>
    phrase === undefined ? [] : `  ${code}: "${phrase}",`,
  );
  return template.replace(/^ *\/\/ Each phrase of the registry\.$/m, phrases.join("\n"));
}

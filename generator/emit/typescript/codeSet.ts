import {
  codeLiteral,
  errorCodesOf,
  escapeJsDoc,
  pagesOf,
  type Service,
  serviceNames,
  statusCodesOf,
  textToMarkdown,
} from "../api.js";
import { memberDocs, pageLines } from "./memberDoc.js";

/** A set of codes to be declared under one name. */
export interface CodeSet {
  readonly name: string;
  readonly doc: string;
  readonly members: readonly CodeMember[];
}

interface CodeMember {
  readonly name: string;
  /** The code as a TypeScript literal: `404`, `-32601` or `"APIG.2000"`. */
  readonly literal: string;
  readonly doc: string;
  /** The same without the page, which a constant need not repeat. */
  readonly constantDoc: string;
}

/** The HTTP status codes of a service. */
export function statusCodeSet(service: Service): CodeSet {
  return {
    name: serviceNames(service).statusCode,
    doc: [`HTTP status codes of ${nameInDocs(service)}.`, ...pageLines(pagesOf(service), "in full")].join(
      "\n\n",
    ),
    members: statusCodesOf(service).map(({ name, code, entries }) => ({
      name,
      literal: code,
      ...memberDocs(entries, service.fields),
    })),
  };
}

/** The error codes of a service. */
export function errorCodeSet(service: Service): CodeSet {
  return {
    name: serviceNames(service).errorCode,
    doc: [`Error codes of ${nameInDocs(service)}.`, ...pageLines(pagesOf(service), "in full")].join("\n\n"),
    members: errorCodesOf(service).map(({ name, value, entries }) => ({
      name,
      literal: codeLiteral(value),
      ...memberDocs(entries, service.fields),
    })),
  };
}

/** A service's name as it can be in a JSDoc comment. */
export function nameInDocs({ name }: Service): string {
  return escapeJsDoc(textToMarkdown(name));
}

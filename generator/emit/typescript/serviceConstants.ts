import {
  markdownToText,
  type Page,
  pagesOf,
  type Service,
  type ServiceNames,
  statusCodesOf,
  stringLiteral,
  textProperty,
} from "../api.js";
import { constant } from "./constant.js";
import { nameInDocs } from "./codeSet.js";
import { pageLines } from "./memberDoc.js";
import { bracketed, frozen, numbersLiteral, objectLiteral } from "./literals.js";

/** Where a service's codes come from, as data; nothing if they are on no page. */
export function pagesConstant(service: Service, name: string): string[] {
  const pages = pagesOf(service);
  if (pages.length === 0) return [];
  const properties = ["readonly id: string", "readonly title: string"];
  const known = (["permalink", "digest"] as const).flatMap((key) => {
    const pagesWithIt = pages.filter((page) => page[key] !== undefined).length;
    if (pagesWithIt === 0) return [];
    return [`readonly ${key}${pagesWithIt < pages.length ? "?" : ""}: string`];
  });
  const type = [...properties, ...known].map((property) => `\n  ${property};`).join("");
  return [
    constant({
      name,
      doc: [
        `${pages.length === 1 ? "The page" : "The pages"} that the codes of ${nameInDocs(service)} are on.`,
        ...pageLines(pages, "in full"),
      ].join("\n\n"),
      type: `readonly {${type}\n}[]`,
      value: frozen(bracketed("[", pages.map(pageLiteral), "]")),
    }),
  ];
}

function pageLiteral({ id, title, permalink, digest }: Page): string {
  const texts = Object.entries({ id, title: markdownToText(title), permalink, digest });
  return frozen(
    objectLiteral(
      texts.flatMap(([key, text]) => (text === undefined ? [] : [textProperty(key, stringLiteral(text), 2)])),
    ),
  );
}

/** A service as one value, for functions that work with any service. */
export function serviceConstant(service: Service, names: ServiceNames, doc: string): string {
  const codes = statusCodesOf(service).map(({ code }) => code);
  return constant({
    name: names.service,
    doc,
    type: "StatusService",
    value: frozen(
      objectLiteral([
        `id: ${stringLiteral(service.id)}`,
        `name: ${stringLiteral(service.name)}`,
        `pages: ${pagesOf(service).length > 0 ? names.pages : frozen("[]")}`,
        `codes: ${frozen(numbersLiteral(codes, "codes: ".length))}`,
        `is: ${names.isStatusCode}`,
        `entry: ${names.statusEntryOf}`,
        `entries: ${names.statusEntries}`,
        `message: ${names.statusMessage}`,
        `description: ${names.statusDescription}`,
      ]),
    ),
  });
}

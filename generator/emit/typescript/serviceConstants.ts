import { type Service, statusCodesOf } from "../../catalogue/catalogue.js";
import { markdownToText } from "../../markdown/parseMarkdown.js";
import { constant } from "../layout/constant.js";
import { frozen, numbersLiteral, objectLiteral, textProperty } from "../layout/literals.js";
import type { ServiceNames } from "../../catalogue/serviceNames.js";
import { stringLiteral } from "../layout/literals.js";

/** Where a service's codes come from, as data. */
export function pageConstant({ page }: Service, name: string, doc: string): string {
  const { id, title, permalink, digest } = page;
  const properties = Object.entries({ id, title: markdownToText(title), permalink, digest }).flatMap(
    ([key, text]) => (text === undefined ? [] : [[key, text] as const]),
  );
  return constant({
    name,
    doc,
    type: `{${properties.map(([key]) => `\n  readonly ${key}: string;`).join("")}\n}`,
    value: frozen(objectLiteral(properties.map(([key, text]) => textProperty(key, stringLiteral(text), 1)))),
  });
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
        `page: ${names.page}`,
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

import { StructureKind } from "ts-morph";
import {
  broken,
  type EnumStyle,
  type Field,
  fits,
  indented,
  jsDoc,
  type ServiceNames,
  type Statement,
  type StatusCode,
  stringLiteral,
} from "../api.js";
import { functionDeclaration } from "./functionDeclaration.js";
import { fieldLiterals, fieldProperty } from "./fieldStatements.js";
import { objectLiteral } from "./literals.js";

/** What the statements about entries are made of. */
export interface StatusEntries {
  readonly names: ServiceNames;
  /** The service's name, for comments. */
  readonly serviceName: string;
  readonly codes: readonly StatusCode[];
  readonly style: EnumStyle;
  /** What an entry says beside its message and description, which are in tables of their own. */
  readonly fields: readonly Field[];
}

/**
 * All that is known of a status code as one object: the list of them, and lookups by code, name and
 * message. They are made when one is first asked for: most who import a service never ask.
 */
export function statusEntries(entries: StatusEntries): Statement[] {
  const { names, serviceName, codes, style, fields } = entries;
  const rows = codes.map(({ code, name, entries: [entry] }) => {
    const said = fieldLiterals(entry, fields, 4);
    const values = [
      stringLiteral(name),
      ...(style === "union" ? [code] : []),
      ...(said.length > 0 ? [objectLiteral(said)] : []),
    ];
    return `${code}: entryOf(${values.join(", ")})`;
  });
  return [
    entryInterface(entries),
    entryFunction(entries),
    variable("entries", `readonly ${names.statusEntry}[] | undefined`),
    functionDeclaration({
      name: "entriesByCode",
      type: `readonly ${names.statusEntry}[]`,
      statements: [`return (entries ??= Object.assign([], ${objectLiteral(rows)}));`],
    }),
    functionDeclaration({
      name: names.statusEntries,
      doc: `A list of all status codes of ${serviceName}, in numeric order.`,
      type: `readonly ${names.statusEntry}[]`,
      statements: ["return Object.values(entriesByCode());"],
    }),
    functionDeclaration({
      name: names.statusEntryOf,
      doc: `The entry of a status code of ${serviceName}, or \`undefined\` if the page does not list the code.`,
      parameters: [{ name: "code", type: "number" }],
      type: `${names.statusEntry} | undefined`,
      statements: [`return typeof code === "number" ? entriesByCode()[code] : undefined;`],
    }),
    ...entryLookup(
      entries,
      names.statusEntryByName,
      "name",
      "a name, such as `NotFound`, or `undefined` if there is none.",
    ),
    ...entryLookup(
      entries,
      names.statusEntryByMessage,
      "message",
      "a message, such as `Not Found`, or `undefined` if there is none; of several, the lowest.",
    ),
  ];
}

function variable(name: string, type: string): Statement {
  return broken(`let ${name}:`, `${type};`);
}

function entryInterface({ names, serviceName, codes, style, fields }: StatusEntries): Statement {
  const hasAllMessages = codes.every(({ message }) => message !== undefined);
  const properties = [
    ["code", names.statusCode, "The status code."],
    ["name", nameType(names, style), "The name of its member."],
    [
      "message",
      hasAllMessages ? "string" : "string | undefined",
      `Its message, as plain text${hasAllMessages ? "" : "; `undefined` if the page gives none"}.`,
    ],
    ["description", "string", "Its description, as Markdown."],
  ] as const;
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: names.statusEntry,
    docs: [jsDoc(`An entry of a status code of ${serviceName}.`)],
    properties: [
      ...properties.map(([name, type, doc]) => ({ name, type, isReadonly: true, docs: [doc] })),
      ...fields.map((field) => fieldProperty(field, names.statusCodeValue)),
    ],
  };
}

function nameType({ statusCode }: ServiceNames, style: EnumStyle): string {
  return style === "union" ? "string" : `keyof typeof ${statusCode}`;
}

/** Where there is a value of the members, it tells the code. */
function entryFunction({ names, style, fields }: StatusEntries): Statement {
  const entry = [
    "code",
    "name",
    `message: ${names.statusMessages}[code]`,
    `description: ${names.statusDescriptions}[code]`,
    ...(fields.length > 0 ? ["...said"] : []),
  ];
  const said = `Pick<${names.statusEntry}, ${fields.map(({ name }) => stringLiteral(name)).join(" | ")}>`;
  const isUnion = style === "union";
  return functionDeclaration({
    name: "entryOf",
    parameters: [
      { name: "name", type: nameType(names, style) },
      ...(isUnion ? [{ name: "code", type: names.statusCode }] : []),
      ...(fields.length > 0 ? [{ name: "said", type: said, initializer: "{}" }] : []),
    ],
    type: names.statusEntry,
    statements: [
      ...(isUnion ? [] : [`const code = ${names.statusCode}[name];`]),
      `return Object.freeze(${objectLiteral(entry)});`,
    ],
  });
}

function entryLookup(
  { names, serviceName, codes }: StatusEntries,
  lookup: string,
  field: "name" | "message",
  doc: string,
): Statement[] {
  const index = field === "name" ? "entriesByName" : "entriesByMessage";
  const isInAll = codes.every((code) => code[field] !== undefined);
  const pair = `(entry) => [entry.${field}, entry] as const`;
  const entries = chain(`[...${names.statusEntries}()]`, [
    ...(isInAll ? [] : [`.filter((entry) => entry.${field} !== undefined)`]),
    ...(field === "name" ? [] : [".reverse()"]),
    `.map(${pair})`,
  ]);
  const key = isInAll ? "string" : "string | undefined";
  return [
    variable(index, `ReadonlyMap<${key}, ${names.statusEntry}> | undefined`),
    functionDeclaration({
      name: lookup,
      doc: `The entry of the status code of ${serviceName} with ${doc}`,
      parameters: [{ name: field, type: "string" }],
      type: `${names.statusEntry} | undefined`,
      statements: [`${index} ??= new Map(\n${indented(`${entries},`)}\n);`, `return ${index}.get(${field});`],
    }),
  ];
}

/** Calls on one line, or each on its own; a single one with its argument on its own; three are never on one. */
function chain(start: string, calls: readonly string[]): string {
  const line = [start, ...calls].join("");
  if (calls.length < 3 && fits(`${line},`, 2)) return line;
  if (calls.length > 1) return [start, ...calls].join("\n  ");
  return line.replace(/\.map\((.*)\)$/, ".map(\n  $1,\n)");
}

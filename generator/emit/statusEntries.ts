import { type StatementStructures, StructureKind, VariableDeclarationKind } from "ts-morph";
import type { StatusCode } from "../catalogue/catalogue.js";
import { constant } from "./constant.js";
import type { EnumStyle } from "./emitter.js";
import { frozen, pure } from "./frozen.js";
import type { ServiceNames } from "./serviceNames.js";
import { stringLiteral } from "./stringLiteral.js";

/** What the statements about entries are made of. */
export interface StatusEntries {
  readonly names: ServiceNames;
  /** The service's name, for comments. */
  readonly serviceName: string;
  /** The line of a comment that names the page. */
  readonly page: string;
  readonly codes: readonly StatusCode[];
  readonly style: EnumStyle;
}

/** All that is known of a status code as one object: the list of them, and lookups by code, name and message. */
export function statusEntries(entries: StatusEntries): StatementStructures[] {
  const { names, serviceName, page, codes } = entries;
  const rows = codes.map(({ code, name }) => `[${code}, ${stringLiteral(name)}]`);
  return [
    entryInterface(entries),
    entryTable(entries),
    constant({ name: "entries", value: pure(`entryTable([${rows.join(", ")}])`) }),
    constant({
      name: names.statusEntries,
      doc: `All status codes of ${serviceName}, in numeric order.\n\n${page}`,
      type: `readonly ${names.statusEntry}[]`,
      value: frozen(pure("Object.values(entries)")),
    }),
    {
      kind: StructureKind.Function,
      isExported: true,
      name: names.statusEntryOf,
      docs: [
        `\nWhat is known of a status code of ${serviceName}, or \`undefined\` where the page does not list the code.\n\n${page}`,
      ],
      parameters: [{ name: "code", type: "number" }],
      returnType: `${names.statusEntry} | undefined`,
      // No object's prototype has properties that are named by numbers.
      statements: [`return typeof code === "number" ? entries[code] : undefined;`],
    },
    ...entryLookup(
      entries,
      names.statusEntryByName,
      "name",
      "a name, such as `NotFound`, or `undefined` where there is none.",
    ),
    ...entryLookup(
      entries,
      names.statusEntryByMessage,
      "message",
      "a message, such as `Not Found`, or `undefined` where there is none; of several, the lowest.",
    ),
  ];
}

function entryInterface({ names, serviceName, page, codes, style }: StatusEntries): StatementStructures {
  const hasAllMessages = codes.every(({ message }) => message !== undefined);
  const fields = [
    ["code", names.statusCode, "The status code."],
    ["name", nameType(names, style), "The name of its member."],
    [
      "message",
      hasAllMessages ? "string" : "string | undefined",
      `Its message, as plain text${hasAllMessages ? "" : "; `undefined` where the page gives none"}.`,
    ],
    ["description", "string", "What the page says of it, as Markdown."],
  ] as const;
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: names.statusEntry,
    docs: [`\nWhat is known of a status code of ${serviceName}.\n\n${page}`],
    properties: fields.map(([name, type, doc]) => ({ name, type, isReadonly: true, docs: [doc] })),
  };
}

function nameType({ statusCode }: ServiceNames, style: EnumStyle): string {
  return style === "union" ? "string" : `keyof typeof ${statusCode}`;
}

/** One function makes all entries, so that one mark is enough for bundlers to drop them. */
function entryTable({ names, style }: StatusEntries): StatementStructures {
  const texts = `message: ${names.statusMessages}[code], description: ${names.statusDescriptions}[code]`;
  return {
    kind: StructureKind.Function,
    name: "entryTable",
    parameters: [
      {
        name: "rows",
        type: `readonly (readonly [code: ${names.statusCode}, name: ${nameType(names, style)}])[]`,
      },
    ],
    returnType: `Readonly<Record<number, ${names.statusEntry}>>`,
    statements: [
      `return Object.fromEntries(rows.map(([code, name]) => [code, Object.freeze({ code, name, ${texts} })]));`,
    ],
  };
}

/** The index is made when it is first asked: most who import a service never ask. */
function entryLookup(
  { names, serviceName, page, codes }: StatusEntries,
  lookup: string,
  field: "name" | "message",
  doc: string,
): StatementStructures[] {
  const index = field === "name" ? "entriesByName" : "entriesByMessage";
  const isInAll = codes.every((code) => code[field] !== undefined);
  const withKey = isInAll ? "" : `.filter((entry) => entry.${field} !== undefined)`;
  const key = isInAll ? "string" : "string | undefined";
  return [
    {
      kind: StructureKind.VariableStatement,
      declarationKind: VariableDeclarationKind.Let,
      declarations: [{ name: index, type: `ReadonlyMap<${key}, ${names.statusEntry}> | undefined` }],
    },
    {
      kind: StructureKind.Function,
      isExported: true,
      name: lookup,
      docs: [`\nWhat is known of the status code of ${serviceName} with ${doc}\n\n${page}`],
      parameters: [{ name: field, type: "string" }],
      returnType: `${names.statusEntry} | undefined`,
      statements: [
        `${index} ??= new Map([...${names.statusEntries}]${withKey}.reverse().map((entry) => [entry.${field}, entry] as const));`,
        `return ${index}.get(${field});`,
      ],
    },
  ];
}

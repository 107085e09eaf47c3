import { type StatementStructures, StructureKind, VariableDeclarationKind } from "ts-morph";
import type { StatusCode } from "../catalogue/catalogue.js";
import type { EnumStyle } from "./emitter.js";
import { exportedFunction } from "./exportedFunction.js";
import { objectLiteral } from "./frozen.js";
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

/**
 * All that is known of a status code as one object: the list of them, and lookups by code, name and
 * message. They are made when one is first asked for: most who import a service never ask.
 */
export function statusEntries(entries: StatusEntries): StatementStructures[] {
  const { names, serviceName, page, codes, style } = entries;
  const rows = codes.map(({ code, name }) => {
    return `${code}: entryOf(${stringLiteral(name)}${style === "union" ? `, ${code}` : ""})`;
  });
  return [
    entryInterface(entries),
    entryFunction(entries),
    variable("entries", `readonly ${names.statusEntry}[] | undefined`),
    {
      kind: StructureKind.Function,
      name: "entriesByCode",
      returnType: `readonly ${names.statusEntry}[]`,
      statements: [`return (entries ??= Object.assign([], ${objectLiteral(rows)}));`],
    },
    exportedFunction({
      name: names.statusEntries,
      doc: `A list of all status codes of ${serviceName}, in numeric order.\n\n${page}`,
      type: `readonly ${names.statusEntry}[]`,
      statements: ["return Object.values(entriesByCode());"],
    }),
    exportedFunction({
      name: names.statusEntryOf,
      doc: `What is known of a status code of ${serviceName}, or \`undefined\` where the page does not list the code.\n\n${page}`,
      parameter: { name: "code", type: "number" },
      type: `${names.statusEntry} | undefined`,
      statements: [`return typeof code === "number" ? entriesByCode()[code] : undefined;`],
    }),
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

function variable(name: string, type: string): StatementStructures {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Let,
    declarations: [{ name, type }],
  };
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

/** Where there is a value of the members, it tells the code. */
function entryFunction({ names, style }: StatusEntries): StatementStructures {
  const texts = `message: ${names.statusMessages}[code], description: ${names.statusDescriptions}[code]`;
  const isUnion = style === "union";
  return {
    kind: StructureKind.Function,
    name: "entryOf",
    parameters: [
      { name: "name", type: nameType(names, style) },
      ...(isUnion ? [{ name: "code", type: names.statusCode }] : []),
    ],
    returnType: names.statusEntry,
    statements: [
      ...(isUnion ? [] : [`const code = ${names.statusCode}[name];`]),
      `return Object.freeze({ code, name, ${texts} });`,
    ],
  };
}

function entryLookup(
  { names, serviceName, page, codes }: StatusEntries,
  lookup: string,
  field: "name" | "message",
  doc: string,
): StatementStructures[] {
  const index = field === "name" ? "entriesByName" : "entriesByMessage";
  const isInAll = codes.every((code) => code[field] !== undefined);
  const withKey = isInAll ? "" : `.filter((entry) => entry.${field} !== undefined)`;
  const inOrder = field === "name" ? "" : ".reverse()";
  const key = isInAll ? "string" : "string | undefined";
  return [
    variable(index, `ReadonlyMap<${key}, ${names.statusEntry}> | undefined`),
    exportedFunction({
      name: lookup,
      doc: `What is known of the status code of ${serviceName} with ${doc}\n\n${page}`,
      parameter: { name: field, type: "string" },
      type: `${names.statusEntry} | undefined`,
      statements: [
        `${index} ??= new Map([...${names.statusEntries}()]${withKey}${inOrder}.map((entry) => [entry.${field}, entry] as const));`,
        `return ${index}.get(${field});`,
      ],
    }),
  ];
}

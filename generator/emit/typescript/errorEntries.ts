import { StructureKind } from "ts-morph";
import {
  broken,
  codeLiteral,
  type Entry,
  type EnumStyle,
  type ErrorCode,
  fieldsOf,
  jsDoc,
  type Service,
  type ServiceNames,
  type Statement,
  statusesOf,
  stringLiteral,
  textProperty,
} from "../api.js";
import { constant } from "./constant.js";
import { functionDeclaration, type Signature } from "./functionDeclaration.js";
import { fieldLiterals, fieldProperty } from "./fieldStatements.js";
import { nameInDocs } from "./codeSet.js";
import { bracketed, objectLiteral } from "./literals.js";

/** What the statements about entries are made of. */
interface ErrorEntries {
  readonly service: Service;
  readonly names: ServiceNames;
  readonly errors: readonly ErrorCode[];
  /** The type of the codes on the wire: `string`, `number`, or both. */
  readonly wireType: string;
  readonly style: EnumStyle;
}

/**
 * All that is known of an error code as objects, one for each entry: the list of them, and lookups by code, name and
 * message. They are made when one is first asked for: most who import a service never ask.
 */
export function errorEntries(about: ErrorEntries): Statement[] {
  const { service, names, errors, wireType } = about;
  const serviceName = nameInDocs(service);
  const list = `readonly ${names.errorEntry}[]`;
  const known = `${names.errorCode} | ${names.errorCodeValue}`;
  const anyCode = { parameters: [{ name: "code", type: wireType }], type: `${names.errorEntry} | undefined` };
  const rows = errors.flatMap((error) => error.entries.map((entry) => row(error, entry, about)));
  return [
    entryInterface(about),
    entryFunction(about),
    // As a text of its own: ts-morph looks at each character of a function's statements.
    constant({ name: "makeErrorEntries", value: `(): ${list} => ${bracketed("[", rows, "]")}` }),
    variable("errorEntries", `${list} | undefined`),
    functionDeclaration({
      name: names.errorEntries,
      doc: `A list of the entries of all error codes of ${serviceName}, those of one code together.`,
      type: list,
      statements: ["return (errorEntries ??= Object.freeze(makeErrorEntries()));"],
    }),
    functionDeclaration({
      name: "errorEntriesBy",
      parameters: [{ name: "key", type: '"code" | "name" | "message"' }],
      type: `ReadonlyMap<unknown, ${list}>`,
      statements: [
        `const entries = new Map<unknown, ${names.errorEntry}[]>();`,
        [
          `for (const entry of ${names.errorEntries}()) {`,
          "  const known = entries.get(entry[key]);",
          "  if (known) known.push(entry);",
          "  else if (entry[key] !== undefined) entries.set(entry[key], [entry]);",
          "}",
          "entries.forEach(Object.freeze);",
          "return entries;",
        ].join("\n"),
      ],
    }),
    ...lookup("code", wireType, {
      names,
      known: { parameters: [{ name: "code", type: known }], type: list },
      name: names.errorEntriesOf,
      doc: `The entries of an error code of ${serviceName}; \`undefined\` if it does not list the code.`,
      type: `${list} | undefined`,
    }),
    functionDeclaration({
      name: names.errorEntryOf,
      doc: `The entry of an error code of ${serviceName}; of several, the first; \`undefined\` if it does not list the code.`,
      ...anyCode,
      overloads: [{ parameters: [{ name: "code", type: known }], type: names.errorEntry }, anyCode],
      statements: [`return ${names.errorEntriesOf}(code)?.[0];`],
    }),
    ...lookup("name", "string", {
      names,
      name: names.errorEntriesByName,
      doc: `The entries of the error code of ${serviceName} with a name; \`undefined\` if there is none.`,
      type: `${list} | undefined`,
    }),
    ...lookup("message", "string", {
      names,
      name: names.errorEntriesByMessage,
      doc: `The entries of the error codes of ${serviceName} with a message; \`undefined\` if there is none.`,
      type: `${list} | undefined`,
    }),
  ];
}

function variable(name: string, type: string): Statement {
  return broken(`let ${name}:`, `${type};`);
}

function lookup(
  key: "code" | "name" | "message",
  keyType: string,
  about: Readonly<Record<"name" | "doc" | "type", string>> & {
    readonly names: ServiceNames;
    /** Of what is known to be found. */
    readonly known?: Signature;
  },
): Statement[] {
  const any = { parameters: [{ name: key, type: keyType }], type: about.type };
  const index = `errorsBy${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return [
    variable(index, `ReadonlyMap<unknown, readonly ${about.names.errorEntry}[]> | undefined`),
    functionDeclaration({
      name: about.name,
      doc: about.doc,
      ...any,
      overloads: about.known ? [about.known, any] : [],
      statements: [`${index} ??= errorEntriesBy("${key}");`, `return ${index}.get(${key});`],
    }),
  ];
}

function entryInterface({ service, names, style }: ErrorEntries): Statement {
  const property = ([name, type, doc]: readonly [string, string, string], hasQuestionToken: boolean) => {
    return { name, type, isReadonly: true, hasQuestionToken, docs: [doc] };
  };
  const own = [
    ["code", names.errorCode, "The code."],
    ["name", nameType(names, style), "The name of its member."],
    ["statuses", "readonly number[]", "The HTTP statuses that come with it."],
  ] as const;
  const more = [
    ["retired", "string", "The version or date since which it is no longer in use."],
    ["other", "Readonly<Record<string, string>>", "The cells of further columns, as Markdown, by header."],
    ["page", "string", "The id of the page that lists it, if the service has several."],
  ] as const;
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: names.errorEntry,
    docs: [jsDoc(`An entry of an error code of ${nameInDocs(service)}; a code can have several.`)],
    properties: [
      ...own.map((each) => property(each, false)),
      ...fieldsOf("error-codes", service.fields).map((field) => fieldProperty(field, names.errorCodeValue)),
      ...more.map((each) => property(each, true)),
    ],
  };
}

function nameType({ errorCode }: ServiceNames, style: EnumStyle): string {
  return style === "union" ? "string" : `keyof typeof ${errorCode}`;
}

/** Where there is a value of the members, it tells the code. */
function entryFunction({ names, style }: ErrorEntries): Statement {
  const isUnion = style === "union";
  return functionDeclaration({
    name: "errorEntry",
    parameters: [
      { name: "name", type: nameType(names, style) },
      ...(isUnion ? [{ name: "code", type: names.errorCode }] : []),
      { name: "said", type: `Omit<${names.errorEntry}, "code" | "name">` },
    ],
    type: names.errorEntry,
    statements: [
      ...(isUnion ? [] : [`const code = ${names.errorCode}[name];`]),
      "Object.freeze(said.statuses);",
      "Object.freeze(said.other);",
      "return Object.freeze({ code, name, ...said });",
    ],
  });
}

function row({ name, value }: ErrorCode, entry: Entry, { service, style }: ErrorEntries): string {
  const { fields, specs } = service;
  const other = Object.entries(entry.other).map(([header, text]) =>
    textProperty(propertyKey(header), stringLiteral(text), 3),
  );
  const hasPages = specs.filter(({ page }) => page !== undefined).length > 1;
  const said = [
    `statuses: [${statusesOf(entry).join(", ")}]`,
    ...fieldLiterals(entry, fieldsOf("error-codes", fields), 2),
    ...(entry.retired === undefined ? [] : [textProperty("retired", stringLiteral(entry.retired), 2)]),
    ...(other.length > 0 ? [`other: ${objectLiteral(other)}`] : []),
    ...(hasPages && entry.page ? [textProperty("page", stringLiteral(entry.page.id), 2)] : []),
  ];
  const code = style === "union" ? [codeLiteral(value)] : [];
  return `errorEntry(${[stringLiteral(name), ...code, objectLiteral(said)].join(", ")})`;
}

function propertyKey(header: string): string {
  if (header === "__proto__") return `[${stringLiteral(header)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(header) ? header : stringLiteral(header);
}

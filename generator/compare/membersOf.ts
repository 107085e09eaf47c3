import { type Entry, errorCodesOf, type Service, statusCodesOf, type Table } from "../catalogue/catalogue.js";

/** A member of what is generated, and the entry that gives it. */
export interface Member {
  readonly name: string;
  readonly entry: Entry;
}

/** The members that a service's tables of one kind give, by code. */
export function membersOf(service: Service, kind: Table["kind"]): Map<string, Member> {
  const codes = kind === "status-codes" ? statusCodesOf(service) : errorCodesOf(service);
  return new Map(codes.map(({ code, name, entries: [entry] }) => [code, { name, entry }]));
}

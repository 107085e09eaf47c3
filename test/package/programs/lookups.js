import { same, show } from "./same.js";

/** None of these is a status code, a name or a message, although objects and loose comparisons know some. */
export const unknownKeys = [
  "constructor",
  "__proto__",
  "toString",
  "404",
  "",
  NaN,
  -0,
  404.5,
  418,
  Infinity,
  null,
];

/** What a service's module exports, by names that are the same for every service. */
export function lookupsOf(prefix, type, module) {
  return {
    members: module[`${type}StatusCode`],
    isStatusCode: module[`is${type}StatusCode`],
    message: module[`${prefix}StatusMessage`],
    messages: module[`${prefix}StatusMessages`],
    description: module[`${prefix}StatusDescription`],
    descriptions: module[`${prefix}StatusDescriptions`],
    entries: module[`${prefix}StatusEntries`](),
    entry: module[`${prefix}StatusEntry`],
    entryByName: module[`${prefix}StatusEntryByName`],
    entryByMessage: module[`${prefix}StatusEntryByMessage`],
    service: module[`${prefix}Service`],
    page: module[`${prefix}Page`],
  };
}

/** Checks that all that a service's module knows of its codes agrees, and that it knows nothing else. */
export function checkLookups(service, lookups) {
  const { entries, members, messages, descriptions, page } = lookups;
  same(entries.length * 2, Object.keys(members).length, `the number of members of ${service}`);
  for (const entry of entries) {
    const { code, name, message, description } = entry;
    same(members[name], code, `member ${name}`);
    same(members[code], name, `the name of member ${code}`);
    same(lookups.isStatusCode(code), true, `whether ${code} is a code of ${service}`);
    same(lookups.message(code), message, `the message of ${code}`);
    same(messages[code], message, `the message of ${code} in the map`);
    same(lookups.description(code), description, `the description of ${code}`);
    same(descriptions[code], description, `the description of ${code} in the map`);
    same(lookups.entry(code), entry, `the entry of ${code}`);
    same(lookups.entryByName(name), entry, `the entry of name ${name}`);
    if (message !== undefined) same(lookups.entryByMessage(message), entry, `the entry of "${message}"`);
  }
  for (const key of unknownKeys) {
    same(lookups.isStatusCode(key), false, `whether ${show(key)} is a code of ${service}`);
    for (const lookup of ["message", "description", "entry", "entryByName", "entryByMessage"]) {
      same(lookups[lookup](key), undefined, `the ${lookup} of ${show(key)} in ${service}`);
    }
  }
  for (const shared of [...entries, messages, descriptions, lookups.service, page]) {
    same(Object.isFrozen(shared), true, `whether ${show(shared)} is frozen`);
  }
}

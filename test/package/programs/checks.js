// What the package promises, asked of its modules in whichever runtime runs this, so without a library.

import { checkLookups, lookupsOf, unknownKeys } from "./lookups.js";
import { same, show } from "./same.js";

/** Checks the modules of all subpaths, by whichever way they were loaded. */
export function checkModules({ root, apig, functionGraph, rfc9110 }) {
  const parts = [apig, functionGraph, rfc9110];
  const expected = ["services", ...parts.flatMap((part) => Object.keys(part))];
  const missing = expected.filter((name) => !(name in root));
  same(missing.join(), "", "what the root does not export");
  for (const part of parts) checkSame(root, part);
  checkServices(root.services);
  checkLookups("API Gateway", lookupsOf("apig", "Apig", apig));
  checkLookups("FunctionGraph", lookupsOf("functionGraph", "FunctionGraph", functionGraph));
  checkApig(apig);
  checkFunctionGraph(functionGraph);
  checkClasses(rfc9110, apig);
}

/** Checks that what one module exports is the very same in another. */
export function checkSame(module, part) {
  for (const [name, value] of Object.entries(part)) same(module[name], value, name);
}

/** Checks that two copies of a module export the same: functions by their names, all else by its value. */
export function checkAlike(module, other) {
  same(Object.keys(module).sort().join(), Object.keys(other).sort().join(), "the names of the exports");
  for (const [name, value] of Object.entries(module)) {
    const said = (each) => (typeof each === "function" ? "function" : JSON.stringify(each));
    same(said(value), said(other[name]), name);
  }
}

/** Checks that the data of a service, as JSON, tells what its module tells. */
export function checkData({ pages, tables }, entries, modulePages) {
  const revisions = pages.map(({ source: _, ...revision }) => revision);
  same(JSON.stringify(revisions), JSON.stringify(modulePages), "the pages of the data");

  const rows = tables.flatMap((table) => table.entries);
  same(rows.length, entries.length, "the number of rows in the data");
  for (const [index, { value, name, message, description }] of rows.entries()) {
    const entry = entries[index];
    same(entry.code, value, `the code of row ${index}`);
    same(entry.name, name, `the name of ${value}`);
    same(entry.message, message, `the message of ${value}`);
    same(entry.description, description, `the description of ${value}`);
  }
}

function checkServices(services) {
  const ids = services.map(({ id }) => id);
  same(
    ids.filter((id) => ["apig", "functiongraph"].includes(id)).join(),
    "apig,functiongraph",
    "the services",
  );
  same(Object.isFrozen(services), true, "whether the services are frozen");
  for (const { name, codes, is, entry, entries, message, description } of services) {
    same(
      codes.join(),
      entries()
        .map(({ code }) => code)
        .join(),
      `the codes of ${name}`,
    );
    for (const code of codes) {
      same(is(code), true, `whether ${name} documents ${code}`);
      same(entry(code).message, message(code), `the message of ${code}`);
      same(entry(code).description, description(code), `the description of ${code}`);
    }
    same(is(418), false, `whether ${name} documents 418`);
    same(entry(418), undefined, `the entry of 418 in ${name}`);
  }
}

function checkApig(apig) {
  const { ApigStatusCode, apigStatusEntry } = apig;
  same(ApigStatusCode.NotFound, 404, "ApigStatusCode.NotFound");
  same(ApigStatusCode[404], "NotFound", "ApigStatusCode[404]");
  same(apig.apigStatusCodeNotFound, 404, "apigStatusCodeNotFound");
  same(apig.apigStatusMessages[404], "Not Found", "apigStatusMessages[404]");
  const description = "The server has not found anything matching the request URI.";
  same(apig.apigStatusDescriptions[404], description, "apigStatusDescriptions[404]");
  same(apigStatusEntry(404).name, "NotFound", "the name of the entry of 404");
  same(apigStatusEntry(404).description, description, "the description of the entry of 404");
  same(apig.apigPages[0].id, "apig-en-api-180713206", "the page of API Gateway");
  same(apig.apigService.pages, apig.apigPages, "the pages of apigService");
}

function checkFunctionGraph({
  functionGraphStatusMessage,
  functionGraphStatusMessages,
  functionGraphStatusEntry,
}) {
  same(functionGraphStatusMessage(404), "Not Found", "the message of FunctionGraph's 404");
  same(functionGraphStatusMessage(200), undefined, "the message of a code whose page gives none");
  same(Object.keys(functionGraphStatusMessages).includes("200"), false, "whether the map has such a code");
  same(functionGraphStatusEntry(200).message, undefined, "the message of its entry");
}

function checkClasses({ isClientError, isServerError, describeStatus }, { apigService }) {
  for (const status of [400, 404, 418, 499]) same(isClientError(status), true, `isClientError(${status})`);
  for (const status of [200, 399, 500, ...unknownKeys.filter((key) => key !== 418)]) {
    same(isClientError(status), false, `isClientError(${show(status)})`);
  }
  same(isServerError(599), true, "isServerError(599)");
  same(isServerError(600), false, "isServerError(600)");

  const notFound = describeStatus(apigService, 404);
  same(notFound.isDocumented, true, "whether 404 is documented");
  same(notFound.treatAs, 404, "what to treat 404 as");
  same(notFound.message, "Not Found", "the message of 404");
  const teapot = describeStatus(apigService, 418);
  same(teapot.isDocumented, false, "whether 418 is documented");
  same(teapot.treatAs, 400, "what to treat 418 as");
  same(teapot.message, "Client Error", "the message of 418");
  same(
    teapot.description.startsWith("API Gateway does not document 418. Treat it as 400"),
    true,
    "what 418 means",
  );
  same(describeStatus(apigService, 429).message, "Too Many Requests", "the message of 429");
  same(describeStatus(apigService, NaN).treatAs, 500, "what to treat NaN as");
}

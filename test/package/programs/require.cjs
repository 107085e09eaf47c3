const modules = {
  root: require("otc-status-codes"),
  apig: require("otc-status-codes/apig"),
  functionGraph: require("otc-status-codes/functiongraph"),
  rfc9110: require("otc-status-codes/rfc9110"),
};
const apig = require("otc-status-codes/json/apig.json");
const functionGraph = require("otc-status-codes/json/functiongraph.json");

Promise.all([import("./checks.js"), import("./modules.js")]).then(([checks, imported]) => {
  checks.checkModules(modules);
  for (const [subpath, module] of Object.entries(modules)) {
    checks.checkAlike(module, imported[subpath]);
  }
  checks.checkData(apig, modules.root.apigStatusEntries(), modules.root.apigPages);
  checks.checkData(functionGraph, modules.root.functionGraphStatusEntries(), modules.root.functionGraphPages);
  console.log("as expected");
});

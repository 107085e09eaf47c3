import apig from "otc-status-codes/json/apig.json" with { type: "json" };
import functionGraph from "otc-status-codes/json/functiongraph.json" with { type: "json" };
import { checkData } from "./checks.js";
import { root } from "./modules.js";

checkData(apig, root.apigStatusEntries(), root.apigPage);
checkData(functionGraph, root.functionGraphStatusEntries(), root.functionGraphPage);
console.log("as expected");

import apig from "otc-status-codes/json/apig.json" with { type: "json" };
import functionGraph from "otc-status-codes/json/functiongraph.json" with { type: "json" };
import { checkData } from "./checks.js";
import { root } from "./modules.js";

checkData(apig, root.apigStatusEntries(), root.apigPages);
checkData(functionGraph, root.functionGraphStatusEntries(), root.functionGraphPages);
console.log("as expected");

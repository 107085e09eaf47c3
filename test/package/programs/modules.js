// Every subpath of the package, by import.
export * as root from "otc-status-codes";
export * as apig from "otc-status-codes/apig";
export * as functionGraph from "otc-status-codes/functiongraph";
export * as rfc9110 from "otc-status-codes/rfc9110";

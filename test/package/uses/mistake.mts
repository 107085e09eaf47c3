// Shows that the compiler looks at the package's types: it has to refuse this.
import { apigStatusCodeNotFound } from "otc-status-codes/apig";

export const badRequest: 400 = apigStatusCodeNotFound;

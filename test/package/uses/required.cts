// The enum as a program in CommonJS has it.
export { ApigStatusCode as RequiredStatusCode } from "otc-status-codes/apig";

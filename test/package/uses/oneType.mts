// A program that has the enum by import, and by require from a file of another.
import { ApigStatusCode } from "otc-status-codes/apig";
import { RequiredStatusCode } from "./required.cjs";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const isSame: Same<ApigStatusCode, RequiredStatusCode> = true;
export const required: RequiredStatusCode = ApigStatusCode.NotFound;
export const isNotFound = (code: ApigStatusCode): boolean => code === RequiredStatusCode.NotFound;

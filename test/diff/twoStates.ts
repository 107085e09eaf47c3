import { expect } from "vitest";
import { diff } from "../../generator/index.js";
import { statusgen, testProject } from "../testProject.js";

/** A spec of status codes and error codes, to be changed in one thing. */
export const spec = `service:
  id: shop
  name: Shop
page:
  id: shop-codes
  label: shop-label
  title: Codes
tables:
  - kind: status-codes
    label: first
    title: Status codes
    lead: These are all.
    columns: [Status Code, Message, Description]
    entries:
      - code: 200
        message: OK
        description: It worked.
      - code: 404
        message: Not Found
        description: It is not there.
  - kind: error-codes
    columns: [Status Code, Error Code, Description, Solution]
    entries:
      - code: SHOP.1
        status: 400
        description: The cart is empty.
        solution: Fill it.
      - code: SHOP.2
        status: 409
        description: The cart is full.
`;

/** A change as `--format json` prints it, as far as tests look at it. */
interface PrintedChange {
  readonly kind: string;
  readonly level: string;
  readonly service: string;
  readonly code?: string;
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
  readonly file?: string;
  readonly range?: { readonly start: { readonly line: number } };
}

export interface PrintedDiff {
  readonly level: string;
  readonly version: { readonly bump: string; readonly current?: string; readonly next?: string };
  readonly changes: readonly PrintedChange[];
}

/** What the command says about two states that are in a folder. */
export async function diffOf(cwd: string, before: string, after: string): Promise<PrintedDiff> {
  const { exitCode, stdout } = await statusgen(cwd, "diff", before, after, "--format", "json");
  expect(exitCode, stdout).toBe(0);
  return JSON.parse(stdout) as PrintedDiff;
}

/** The changes between two texts of a spec, a line each: level, kind, code and field. */
export async function changesBetween(before: string, after: string): Promise<string[]> {
  const cwd = await testProject({ "old.yaml": before, "new.yaml": after });
  const { changes, exitCode, diagnostics } = await diff({ cwd, before: "old.yaml", after: "new.yaml" });
  expect(exitCode, JSON.stringify(diagnostics)).toBe(0);
  return changes.map(({ level, kind, code, field }) => [level, kind, code, field].filter(Boolean).join(" "));
}

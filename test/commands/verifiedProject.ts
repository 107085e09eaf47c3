import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import type { VerifyResult } from "../../generator/index.js";
import { pageDigest } from "../../generator/page/pageDigest.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { statusgen, testProject } from "../testProject.js";
import { onlySpec } from "../pageSpecs.js";

/** A spec that has everything that a page can say otherwise. */
export const gateSpec = `service:
  id: gate
  name: Gate
page:
  id: gate-codes
  title: Gate Codes
tables:
  - kind: status-codes
    label: table1
    title: Codes of the gate
    lead: "{table} lists the codes."
    columns: [Status Code, Message, Description]
    entries:
      - code: 200
        message: OK
        description: The gate is open.
      - code: 404
        message: Not Found
        description: There is no gate of this name.
      - code: 409
        message: Conflict
        description: |
          The gate is locked:

          - by day
          - by night
      - code: 503
        message: Service Unavailable
        description: The gate is being painted.
`;

/** Another service, with another page. */
export const doorSpec = gateSpec
  .replaceAll("Gate", "Door")
  .replace("id: gate\n", "id: door\n")
  .replace("id: gate-codes", "id: door-codes")
  .replaceAll(/description: T.*/g, (text) => `${text} Or it is a door.`);

/** The page that a spec gives. */
export function pageOf(spec: string): string {
  return writeRst(onlySpec(serviceOf(spec)));
}

/** The spec with the digest of the page that it gives. */
export function withDigest(spec: string): string {
  return spec.replace("\ntables:", `\n  digest: ${pageDigest(onlySpec(serviceOf(spec)))}\ntables:`);
}

function serviceOf(text: string) {
  const { catalogue, diagnostics } = loadCatalogue([{ file: "spec/gate.yaml", text }]);
  const service = catalogue?.services[0];
  if (!service) throw new Error(diagnostics[0]?.message ?? "The spec has no service.");
  return service;
}

/** Replaces something that must be there. */
export function changed(text: string, old: string, by: string): string {
  if (!text.includes(old)) throw new Error(`There is no ${JSON.stringify(old)}.`);
  return text.replace(old, by);
}

type Verified = Pick<VerifyResult, "diagnostics" | "specs">;

/** What `verify` says in a project with these files: rule, file and line of each finding, and all of it. */
export async function verified(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const { exitCode, stdout, stderr } = await statusgen(
    await testProject(files),
    "verify",
    "--format",
    "json",
    ...args,
  );
  const { diagnostics, specs } = JSON.parse(stdout) as Verified;
  const found = diagnostics.map(({ rule, file, range }) =>
    [rule, file, ...(range ? [range.start.line] : [])].join(" "),
  );
  return { exitCode, stderr, found, diagnostics, specs };
}

/** What `verify` says about one spec and the page that another spec gives. */
export function verifiedAgainst(spec: string, page: string) {
  return verified({ "spec/gate.yaml": spec, "page.rst": page }, "--page", "page.rst");
}

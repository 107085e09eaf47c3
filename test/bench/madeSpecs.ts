import { mkdirSync, writeFileSync } from "node:fs";
import { STATUS_CODES } from "node:http";
import { join } from "node:path";
import { seededRandom } from "./statistics.js";

/** The codes that API Gateway lists. */
const codes = [
  200, 204, 400, 401, 403, 404, 405, 406, 407, 408, 409, 410, 412, 500, 501, 502, 503, 504,
] as const;

const words =
  "the request server client resource could not be processed because its header token quota gateway upstream response timed out body syntax parameter permission version conflict later again maximum exceeded invalid".split(
    " ",
  );

/** One status code of a made service. */
interface MadeCode {
  readonly code: number;
  readonly message: string;
  readonly description: string;
}

/** A service that nobody has, with the codes of a real one. */
export interface MadeService {
  readonly id: string;
  readonly codes: readonly MadeCode[];
}

/** So many services of 18 codes each, the same ones for the same number. */
export function madeServices(count: number): MadeService[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, index) => ({
    id: `service-${index}`,
    codes: codes.map((code) => ({
      code,
      message: STATUS_CODES[code] ?? "",
      description: sentences(random, code === 400),
    })),
  }));
}

function sentences(random: () => number, withList: boolean): string {
  const sentence = (length: number) => {
    const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? "");
    const text = chosen.join(" ");
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
  };
  const first = sentence(6 + Math.floor(random() * 14));
  return withList ? `${first} Possible causes:\n\n1. ${sentence(4)}\n2. ${sentence(5)}` : first;
}

/** A service's spec. */
export function specOf({ id, codes: list }: MadeService): string {
  const entries = list.map(({ code, message, description }) => {
    const text = description.includes("\n")
      ? `|\n${description.replaceAll(/^(?=.)/gm, "          ")}`
      : description;
    return `      - code: ${code}\n        message: ${message}\n        description: ${text}\n`;
  });
  return `service:
  id: ${id}
  name: Service ${id.slice("service-".length)}
page:
  id: page-${id}
  title: Status Codes
tables:
  - kind: status-codes
    label: table1
    title: Status codes
    columns: [Status Code, Message, Description]
    entries:
${entries.join("")}`;
}

/** Writes a project of so many specs into an empty folder. */
export function writeMadeProject(folder: string, count: number): void {
  mkdirSync(join(folder, "spec"), { recursive: true });
  for (const service of madeServices(count)) {
    writeFileSync(join(folder, "spec", `${service.id}.yaml`), specOf(service));
  }
}

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { STATUS_CODES } from "node:http";
import { join } from "node:path";
import { seededRandom } from "./statistics.js";

const words =
  "the request server client resource could not be processed because its header token quota instance volume network policy timed out body syntax parameter permission version conflict later again maximum exceeded invalid".split(
    " ",
  );

/** The texts of specs by their files, without the ending. */
export type Specs = Readonly<Record<string, string>>;

/** The specs of a cloud's 25 services: 57 pages with 5,000 rows of all shapes, the same ones each time. */
export function cloudSpecs(): Specs {
  const random = seededRandom(2);
  const services = 25;
  const specs = Array.from({ length: 57 }, (_, index) => {
    const service = `service-${index % services}`;
    const id = index < services ? service : `${service}-${Math.floor(index / services)}`;
    const isOfErrors = index % 3 !== 0;
    const tables = isOfErrors
      ? [errorTable(`E${index}`, 90 + Math.floor(random() * 73), random)]
      : [statusTable(random)];
    return [id, specOf(id, tables, service)] as const;
  });
  return Object.fromEntries(specs);
}

/** The specs of one service with 3,000 error codes, in so many files. */
export function specsOf3000(files: number): Specs {
  const random = seededRandom(3);
  const specs = Array.from({ length: files }, (_, index) => {
    const id = index === 0 ? "big" : `big-${index}`;
    return [id, specOf(id, [errorTable(`BIG.${index}`, 3_000 / files, random, 3)], "big")] as const;
  });
  return Object.fromEntries(specs);
}

/** The same specs, with the digests of their pages, which were made of them. */
export function withDigests(specs: Specs, pages: string): Specs {
  const digestOf = (id: string) =>
    createHash("sha256")
      .update(readFileSync(join(pages, `page-${id}.rst`)))
      .digest("hex");
  return Object.fromEntries(
    Object.entries(specs).map(([id, text]) => [
      id,
      text.replace(/^page: \{/m, `page: { digest: "sha256:${digestOf(id)}",`),
    ]),
  );
}

/** The same specs, with a warning in seven of them: an invisible character. */
export function withWarnings(specs: Specs): Specs {
  return Object.fromEntries(
    Object.entries(specs).map(([id, text], index) => [
      id,
      index < 7 ? text.replace(/description: "\w+/, "$&\\u200b") : text,
    ]),
  );
}

/** The same specs with another word in one row. */
export function withOneRowEdited(specs: Specs, round: number): Specs {
  const [[id, text] = ["", ""]] = Object.entries(specs).slice(-1);
  return { ...specs, [id]: text.replace(/description: "/, `description: "In round ${round}, `) };
}

/** Writes the specs of a project. */
export function writeSpecs(folder: string, specs: Specs): void {
  mkdirSync(join(folder, "spec"), { recursive: true });
  for (const [id, text] of Object.entries(specs)) writeFileSync(join(folder, "spec", `${id}.yaml`), text);
}

/** The first spec of a service has its id, and says its name. */
function specOf(id: string, tables: readonly string[], service: string): string {
  return `service: ${id === service ? `{ id: ${id}, name: ${id} }` : service}
page: { id: page-${id}, title: Codes of ${id} }
tables:
${tables.join("")}`;
}

function statusTable(random: () => number): string {
  const codes = [200, 201, 202, 204, 400, 401, 403, 404, 405, 406, 407, 408, 409, 500, 501, 502, 503, 504];
  const entries = codes.map(
    (code) =>
      `      - { code: ${code}, message: ${STATUS_CODES[code] ?? ""}, description: ${textOf(random)} }\n`,
  );
  return `  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
${entries.join("")}`;
}

function errorTable(prefix: string, count: number, random: () => number, length = 6): string {
  const entries = Array.from({ length: count }, (_, index) => {
    const status = [400, 403, 404, 409, 500][Math.floor(random() * 5)] ?? 400;
    return `      - code: ${prefix}.${1000 + index}
        status: ${status}
        message: ${JSON.stringify(sentence(random, 4).slice(0, -1))}
        description: ${textOf(random, length)}
        solution: ${textOf(random, length)}
`;
  });
  return `  - kind: error-codes
    columns: [Status Code, Error Code, Message, Description, Solution]
    entries:
${entries.join("")}`;
}

/** Most texts are a sentence; some have code, emphasis, a link or a list. */
function textOf(random: () => number, length = 6): string {
  const text = sentence(random, length + Math.floor(random() * 2 * length));
  const kind = Math.floor(random() * 12);
  if (kind === 0)
    return JSON.stringify(`${text} Possible causes:\n\n- ${sentence(random, 4)}\n- ${sentence(random, 5)}`);
  if (kind === 1) return JSON.stringify(text.replace(/ (\w+)/, " `$1`"));
  if (kind === 2) return JSON.stringify(text.replace(/ (\w+)/, " **$1**"));
  if (kind === 3) return JSON.stringify(`${text.slice(0, -1)}, see [the guide](https://example.com/guide).`);
  return JSON.stringify(text);
}

function sentence(random: () => number, length: number): string {
  const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? "");
  const text = chosen.join(" ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

import { seededRandom } from "./statistics.js";
import type { Usage } from "./subjects.js";

const batches = 40;

/** The text of a module with codes drawn at random, the same ones for every subject; the count is a power of 2. */
export function codesModule(codes: readonly number[], count: number): string {
  const random = seededRandom(1);
  const drawn = Array.from({ length: count }, () => codes[Math.floor(random() * codes.length)]);
  return `export const wanted = ${JSON.stringify(drawn)};`;
}

/**
 * The text of a program that looks codes up for a while, and prints how many nanoseconds one lookup
 * takes: the median of many batches, each of about two milliseconds, once the code is warm.
 */
export function lookupProgram(specifier: string, usage: Usage, codesPath: string): string {
  // Who calls what throws has to catch, and so does this.
  const body =
    usage.isThrowing === true
      ? `try { return ${usage.of("code")}; } catch { return undefined; }`
      : `return ${usage.of("code")};`;
  return `
    import ${usage.imports} from ${JSON.stringify(specifier)};
    import { wanted } from ${JSON.stringify(codesPath)};
    function lookUp(code) { ${body} }
    const mask = wanted.length - 1;
    let next = 0;
    function look(count) {
      let sum = 0;
      let index = next;
      for (let done = 0; done < count; done++) {
        const message = lookUp(wanted[index]);
        sum += message === undefined ? 1 : message.length;
        index = (index + 1) & mask;
      }
      next = index;
      return sum;
    }
    function time(count) {
      const start = process.hrtime.bigint();
      look(count);
      return Number(process.hrtime.bigint() - start);
    }
    const warm = performance.now() + 60;
    while (performance.now() < warm) look(1000);
    const count = Math.max(500, Math.round(2e6 / (time(5000) / 5000)));
    look(count);
    const times = Array.from({ length: ${batches} }, () => time(count)).sort((one, other) => one - other);
    process.stdout.write(String(times[${batches / 2}] / count));`;
}

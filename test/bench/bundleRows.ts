import { bundlerNames, bundleSize } from "../package/bundles.js";
import type { Subject, Usage } from "./subjects.js";
import { nothing, type Row } from "./table.js";

interface Figure {
  readonly name: string;
  readonly usage: (subject: Subject) => Usage | undefined;
  /** The code as the program has it: a literal, which some bundlers evaluate, or known at run time only. */
  readonly code: string;
  /** How many bytes of gzip ours may have. */
  readonly limit?: number;
}

const atRunTime = "Number(location.hash)";

const figures: readonly Figure[] = [
  { name: "one constant", usage: ({ constant }) => constant, code: "404", limit: 37 },
  { name: "one enum member", usage: ({ member }) => member, code: "404", limit: 383 },
  { name: "message of 404", usage: ({ message }) => message, code: "404", limit: 305 },
  { name: "description of 404", usage: ({ description }) => description, code: "404", limit: 775 },
  { name: "message of any code", usage: ({ message }) => message, code: atRunTime },
  { name: "description of any code", usage: ({ description }) => description, code: atRunTime },
];

/** The bytes, minified and gzipped, of one-line programs, by each bundler. */
export async function bundleRows(subjects: readonly Subject[], folder: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, usage, code, limit } of figures) {
    for (const bundler of bundlerNames) {
      const sizes = await Promise.all(
        subjects.map(async (subject) => {
          const used = usage(subject);
          if (used === undefined) return undefined;
          const program = `import ${used.imports} from "${subject.specifier}"; console.log(${used.of(code)});`;
          return bundleSize(bundler, program, folder);
        }),
      );
      const own = sizes[0]?.gzip ?? Infinity;
      rows.push({
        figure: `${name}, ${bundler}: bytes minified / gzip`,
        cells: sizes.map((size) => (size === undefined ? nothing : `${size.minified} / ${size.gzip}`)),
        ...(limit !== undefined && { target: { text: `gzip <= ${limit}`, isReached: own <= limit } }),
      });
    }
  }
  return rows;
}

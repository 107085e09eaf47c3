import { readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  check,
  type Diagnostic,
  diff,
  generate,
  importPages,
  type ImportOptions,
  lint,
  verify,
} from "../../../generator/index.js";
import { smallSpec, testProject } from "../../testProject.js";

/** What a command found, with the texts that it points into. */
interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

const header = ["Status Code", "Message", "Description"];
const rows = [
  ["200", "OK", "It worked."],
  ["404", "Not Found", "It is missing."],
];

const busy = [["503", "Busy", "It is busy."]];

/** A page with a table of the given rows; blank cells are filled with spaces. */
function page({ title = "Codes", head = header, body = rows, after = "" } = {}): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) => cell.padEnd(20))
      .join(" ")
      .trimEnd();
  const border = line(head.map(() => "=".repeat(20)));
  const table = [border, line(head), border, ...body.map(line), border].join("\n");
  return `${title}\n${"=".repeat(title.length)}\n\n${table}\n${after}`;
}

const importing = async (pages: Readonly<Record<string, string>>, options: Partial<ImportOptions> = {}) => {
  const cwd = await testProject(pages);
  return importPages({ cwd, pages: Object.keys(pages), write: false, ...options });
};

/** Imports a page, and verifies the spec against a later version of the page. */
const verifying = async (later: string | undefined, edit = (spec: string) => spec): Promise<Found> => {
  const cwd = await testProject({ "codes.rst": page() });
  const { specs } = await importPages({ cwd, pages: ["codes.rst"] });
  const [spec] = specs;
  if (spec) await writeFile(join(cwd, spec.file), edit(spec.text));
  if (later !== undefined) await writeFile(join(cwd, "codes.rst"), later);
  return verify({ cwd, pages: later === undefined ? [] : ["codes.rst"] });
};

/** Generates, changes something in the output, and checks. */
const checking = async (change: (cwd: string) => Promise<unknown>): Promise<Found> => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await generate({ cwd });
  await change(cwd);
  return check({ cwd });
};

/** Generates with an emitter that has this body. */
const emitting = async (body: string): Promise<Found> => {
  const config = `import { defineEmitter } from "statusgen";
const own = defineEmitter({ name: "own", ${body} });
export default { emitters: ["markdown", own()] };
`;
  return generate({
    cwd: await testProject({ "spec/small.yaml": smallSpec, "statusgen.config.ts": config }),
  });
};

const linting = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<Found> =>
  lint({ cwd: await testProject(files) });

/** How to come by a finding of each rule that a spec alone cannot show. */
export const ruleScenarios: Readonly<Record<string, () => Promise<Found>>> = {
  "no-spec-found": () => linting({ "README.md": "" }),
  "unreadable-file": () => importing({}, { pages: ["codes.rst"] }),
  "not-utf8": () => linting({ "spec/small.yaml": new Uint8Array([0x6e, 0xfc]) }),
  "invalid-config": () =>
    linting({ "spec/small.yaml": smallSpec, "statusgen.config.json": '{ "enumStyle": "enums" }' }),
  "emitter-failed": () => emitting("service: (service) => service.owner.name"),
  "rule-failed": async () => {
    const config = `import { defineRule } from "statusgen";
const own = defineRule({
  id: "own", stage: "lint", severity: "error", summary: "",
  check: ({ service }) => service.owner.name,
});
export default { rules: { own: ["error", own] } };
`;
    return lint({ cwd: await testProject({ "spec/small.yaml": smallSpec, "statusgen.config.ts": config }) });
  },
  "reader-failed": async () => {
    const config = `import { defineReader } from "statusgen";
const own = defineReader({ name: "own", accepts: /\\.codes$/, read: () => ({ tables: [] }) });
export default { readers: [own] };
`;
    const cwd = await testProject({ "codes.codes": "", "statusgen.config.ts": config });
    return importPages({ cwd, pages: ["codes.codes"] });
  },
  "shared-path": () => emitting('all: () => [{ path: "docs/index.md", text: "# Codes" }]'),
  "no-page-found": () => importing({ "pages/readme.txt": "" }, { pages: ["pages"] }),
  "page-not-fetched": () => importing({}, { pages: ["http://example.com/codes.rst"] }),
  "unreadable-state": async () =>
    diff({ cwd: await testProject({}), before: "spec/old.yaml", after: "spec/new.yaml" }),

  "output-missing": () => checking((cwd) => rm(join(cwd, "generated/small/index.ts"))),
  "output-stale": () =>
    checking((cwd) =>
      writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("It worked.", "It did work.")),
    ),
  "output-edited": () => checking((cwd) => writeFile(join(cwd, "generated/small/index.ts"), "edited\n")),
  "output-orphaned": () => checking((cwd) => writeFile(join(cwd, "generated/notes.ts"), "export {};\n")),
  "output-not-owned": async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec, "generated/index.ts": "export {};\n" });
    return generate({ cwd });
  },

  "unreadable-page": () => importing({ "codes.rst": page().replace(/=\n$/, "\n") }),
  "no-code-table": () =>
    importing({ "limits.rst": page({ title: "Limits", head: ["Quota", "Value"], body: [["Orders", "9"]] }) }),
  "table-left-out": () =>
    importing({ "codes.rst": page({ after: `\n${page({ body: [["open now", "Open", "It is open."]] })}` }) }),
  "unsaid-cell": () => importing({ "codes.rst": page({ body: [...rows, ["\\", "Gone", "It has gone."]] }) }),
  "text-lost": () => importing({ "codes.rst": page({ body: [["200", "OK", "H\\ :sub:`2`\\ O"]] }) }),
  "text-not-kept": () =>
    importing({ "codes.rst": page({ body: [["`200 <ok.html>`__", "OK", "It worked."]] }) }),
  "page-not-reproduced": () => importing({ "codes.rst": page() }),
  "invalid-call": () => importing({ "a.rst": page(), "b.rst": page() }, { new: true }),

  "ambiguous-spec": async () => {
    const spec =
      (await importing({ "codes.rst": page() })).specs[0]?.text.replace(/^ *source:.*\n/m, "") ?? "";
    const files = {
      "codes.rst": page(),
      "spec/a.yaml": spec,
      "spec/b.yaml": spec.replace("id: codes", "id: b"),
    };
    return importPages({ cwd: await testProject(files), pages: ["codes.rst"] });
  },
  "shared-page-id": async () => {
    const cwd = await testProject({ "one/codes.rst": page() });
    await importPages({ cwd, pages: ["one/codes.rst"] });
    const body = [
      ...rows,
      ["410", "Gone", "It has gone."],
      ["503", "Busy", "It is busy."],
      ["504", "Slow", "It is slow."],
    ];
    await mkdir(join(cwd, "two"));
    await writeFile(join(cwd, "two/codes.rst"), page({ body }));
    return importPages({ cwd, pages: ["two/codes.rst"] });
  },
  "all-retired": async () => {
    const cwd = await testProject({ "codes.rst": page() });
    await importPages({ cwd, pages: ["codes.rst"] });
    await writeFile(join(cwd, "codes.rst"), page({ body: busy }));
    return importPages({ cwd, pages: ["codes.rst"] });
  },

  "page-renamed": () => verifying(`:original_name: error-codes.html\n\n.. _error-codes:\n\n${page()}`),
  "page-title": () => verifying(page({ title: "All Codes" })),
  "page-label": () => verifying(`.. _codes-of-orders:\n\n${page()}`),
  "page-columns": () => verifying(page({ head: ["Status Code", "Message", "Meaning"] })),
  "page-text": () => verifying(page({ after: "\nSee also the quotas.\n" })),
  "page-entry-missing": () => verifying(page({ body: [...rows, ["410", "Gone", "It has gone."]] })),
  "page-entry-extra": () => verifying(page({ body: rows.slice(0, 1) })),
  "page-entry-altered": () => verifying(page({ body: [["200", "OK", "It was done."], ...rows.slice(1)] })),
  "page-order": () => verifying(page({ body: rows.toReversed() })),
  "page-bytes": async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    await generate({ cwd });
    await importPages({ cwd, pages: ["generated/pages/small.rst"], into: "spec/small.yaml" });
    await writeFile(
      join(cwd, "small.rst"),
      `${readFileSync(join(cwd, "generated/pages/small.rst"), "utf8")}\n`,
    );
    return verify({ cwd, pages: ["small.rst"] });
  },
  "deviation-not-on-page": () =>
    verifying(page(), (spec) =>
      spec
        .replace(
          "description: It worked.\n",
          "$&        deviations:\n          description:\n            original: It workd.\n            reason: A typo.\n",
        )
        .replace("It worked.", "It did work."),
    ),
  "page-without-spec": async () =>
    verify({
      cwd: await testProject({
        "spec/small.yaml": smallSpec,
        "orders.rst": page({ body: busy }),
      }),
      pages: ["orders.rst"],
    }),
  "page-not-given": async () => {
    const cwd = await testProject({ "pages/a.rst": page(), "b.rst": page({ body: busy }) });
    await importPages({ cwd, pages: ["pages/a.rst", "b.rst"] });
    return verify({ cwd, pages: ["pages"] });
  },
  "page-without-digest": () => verifying(undefined),
};

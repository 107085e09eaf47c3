import { configDefaults, defineConfig } from "vitest/config";

/** What needs long, other runtimes and compilers, a browser, docutils or a validator: `npm run test:full`. */
const slow = [
  "test/memory/{damagedMemory,parsedSpecs,sameAsWithout}.test.ts",
  "test/commands/{diffRevisions,generateConcurrently,generateInterrupted,runConfig,sameBytes,updateInterrupted,verifyUnreadable,watch,writesNothing}.test.ts",
  "test/diagnostics/{repositoryPaths,sarifValidator}.test.ts",
  "test/diff/{everyField,unknownField}.test.ts",
  "test/docs/{action,hooks,workflows}.test.ts",
  "test/docutils/**/*.test.ts",
  "test/editor/**/*.test.ts",
  "test/formats/{hostilePages,reference}.test.ts",
  "test/emit/{bundled,compile,exportedNames,typesInUse}.test.ts",
  "test/hostile/**/*.test.ts",
  "test/output/withOutputLock.test.ts",
  "test/package/{browser,generatedSource,jest,packed,runtimes,sizes,types}.test.ts",
  "test/report/terminalOutput.test.ts",
  "test/site/**/*.test.ts",
  "test/spec/mergeSpecPages.test.ts",
  "test/torture/**/*.test.ts",
];

/** What tries random inputs: few of them in `npm test`, all in `npm run test:full`. */
const random = [
  "test/diff/editedSpecs.test.ts",
  "test/emit/*Propert*.test.ts",
  "test/emit/cellText.test.ts",
  "test/formats/{pagesAgain,writtenTables}.test.ts",
  "test/import/{matchSpecs,newServices}.test.ts",
  "test/markdown/{plainMarkdown,printMarkdown}.test.ts",
  "test/page/{fuzz,importPage,pageProperties,spans}.test.ts",
];

/** `.ci/run` counts the tests of both runs. */
const report = process.argv.includes("full")
  ? "test/report.full.json"
  : "test/report.json";

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: report }]],
    // Workers do not get the command's flags, and some snapshots are folders that tests compare themselves.
    env: {
      UPDATE_SNAPSHOTS: process.argv.some(
        (flag) => flag === "-u" || flag === "--update",
      )
        ? "1"
        : "",
    },
    // Half of the time is spent waiting for processes, which a worker for each core makes up for.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...slow],
          env: { FUZZ_RUNS: "8" },
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "full", include: [...slow, ...random] },
      },
    ],
  },
});

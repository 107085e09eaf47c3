import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** In the order in which they run: what takes longest comes last, since the first failure ends a run. */
const folders = ["spec", "catalogue", "diagnostics", "output", "page", "rules", "emit", "mutation"] as const;

class ByFolder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      folders.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
    return Promise.resolve(files.sort((a, b) => rank(a) - rank(b)));
  }
}

// All of this runs once for each of thousands of mutants, so what starts a process, compiles, or asks
// again what the snapshots answer is left out.
export default defineConfig({
  test: {
    include: [
      "test/{mutation,spec,catalogue,diagnostics,output}/*.test.ts",
      "test/page/shapes.test.ts",
      "test/rules/{rules,suggestion}.test.ts",
      "test/emit/{snapshots,header,escaping,literals,markdown,modules,prettier,*Properties}.test.ts",
    ],
    exclude: ["test/diagnostics/{repositoryPaths,sarifValidator}.test.ts"],
    env: { FUZZ_RUNS: "4" },
    isolate: false,
    sequence: { sequencer: ByFolder },
    testTimeout: 20_000,
  },
});

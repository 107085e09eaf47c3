import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test/report.json" }]],
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
  },
});

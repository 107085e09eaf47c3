// Prints what the test runner's reports counted together, as `N passed, N failed`.
import { readFile } from "node:fs/promises";

const reports = await Promise.all(
  process.argv.slice(2).map((path) => readFile(path, "utf8").then(JSON.parse, () => undefined)),
);
if (reports[0] === undefined) {
  console.log("The test runner left no report: the run ended before the tests.");
  console.log("0 passed, 1 failed");
} else {
  const there = reports.filter((report) => report !== undefined);
  const sum = (count) => there.reduce((total, report) => total + count(report), 0);
  const passed = sum((report) => report.numPassedTests);
  const failed = sum(({ numFailedTests, numFailedTestSuites }) => numFailedTests || numFailedTestSuites);
  const pending = sum((report) => report.numPendingTests);
  console.log(`${passed} passed, ${failed} failed${pending > 0 ? `, ${pending} skipped` : ""}`);
}

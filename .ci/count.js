// Prints what the test runner's report counted, as `N passed, N failed`.
import { readFile } from "node:fs/promises";

const [, , path] = process.argv;
const report = await readFile(path, "utf8").then(JSON.parse, () => undefined);
if (report === undefined) {
  console.log("The test runner left no report: the run ended before the tests.");
  console.log("0 passed, 1 failed");
} else {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = report;
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
  console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
}

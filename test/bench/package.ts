/*
 * Measures our package beside others of its kind, all packed and installed in the same way:
 *
 *     npm run bench:package
 */
import { cpus } from "node:os";
import { bundleRows } from "./bundleRows.js";
import { installSubjects } from "./installation.js";
import { lookupRows } from "./lookupRows.js";
import { codeStreams } from "./lookups.js";
import { importRows, publishedRows } from "./packageRows.js";
import { ours, peers } from "./subjects.js";
import { showTable } from "./table.js";

const subjects = [ours, ...peers];
const installation = await installSubjects(ours, peers);
try {
  const bundles = await bundleRows(subjects, installation.folder);
  const published = await publishedRows(installation);
  const imports = await importRows(installation);
  const lookups = await lookupRows(subjects, installation.folder);
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus()[0]?.model ?? "?"}\n`);
  const columns = subjects.map(({ name }) => name);
  console.log(showTable(columns, [...bundles, ...lookups.rows, ...imports, ...published]));
  console.log(`
Times are medians, with quartiles in brackets; they are printed and never asserted, and a verdict on
them is one of this run on this machine. Of several functions of a peer, the fastest counts; http-status
has only a map. Reading a map is the least that a lookup can do, but it answers for "constructor" as
well. All ways to look a message up, in nanoseconds:

${showTable(
  codeStreams.map(({ name }) => name),
  lookups.ways,
)}`);
} finally {
  await installation.remove();
}

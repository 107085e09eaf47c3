// Compiles what is generated to the JavaScript that the package ships. esbuild, unlike tsc, marks an
// enum as free of side effects, so that bundlers drop the ones that are not used.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["./generated/**/*.ts"],
  outbase: "generated",
  outdir: "dist",
  logLevel: "warning",
});

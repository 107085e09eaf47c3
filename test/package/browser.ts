import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, extname, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
};

/** The file of a Chromium: the one that `CHROME_PATH` names, or one on the `PATH`. */
export function findChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env["CHROME_PATH"] ?? "", ...files].find((file) => existsSync(file));
}

/** A page whose modules find the package by its name, as a program that is not bundled would have it. */
function pageWith(subpaths: readonly string[]): string {
  const dist = "/node_modules/otc-status-codes/dist";
  const imports = {
    "otc-status-codes": `${dist}/index.mjs`,
    "otc-status-codes/json/": `${dist}/json/`,
    ...Object.fromEntries(subpaths.map((name) => [`otc-status-codes/${name}`, `${dist}/${name}.mjs`])),
  };
  return `<!doctype html>
<link rel="icon" href="data:," />
<script type="importmap">${JSON.stringify({ imports })}</script>`;
}

/** Serves a folder's files, and at `/` an empty page with an import map for the subpaths of the package. */
export async function serve(folder: string, subpaths: readonly string[]) {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/") {
      response.setHeader("content-type", "text/html").end(pageWith(subpaths));
      return;
    }
    readFile(join(folder, path)).then(
      (content) => response.setHeader("content-type", contentTypes[extname(path)] ?? "").end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

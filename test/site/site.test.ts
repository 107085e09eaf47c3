import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../package/browser.js";
import { repository, run } from "../testProject.js";
import { servedFolder } from "./servedFolder.js";

const executablePath = findChromium();

beforeAll(async () => {
  // A link that leads nowhere fails the build.
  const { exitCode, stdout, stderr } = await run("npm", ["run", "site:build"], { cwd: repository });
  expect({ exitCode, said: exitCode === 0 ? "" : stdout + stderr }).toEqual({ exitCode: 0, said: "" });
}, 300_000);

test("the site is built from sources that are typed", async () => {
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  expect(await run(process.execPath, [tsc, "-p", "site"], { cwd: repository })).toMatchObject({
    exitCode: 0,
    stdout: "",
  });
});

describe.skipIf(executablePath === undefined)("in Chromium (needs it on PATH or at CHROME_PATH)", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servedFolder>>;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? "", chromiumSandbox: false });
    site = await servedFolder(join(repository, "site/dist"));
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });

  test.each([
    [390, 844],
    [820, 1180],
    [1440, 900],
  ])(
    "at %i by %i pixels, no page says anything to the console, asks another host, or scrolls sideways",
    async (width, height) => {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(site.address)) said.push(request.url());
      });
      for (const path of [
        "/",
        "/guide/spec",
        "/guide/rules",
        "/codes/apig/http-status-codes",
        "/codes/comparison",
      ]) {
        await page.goto(`${site.address}${path}`, { waitUntil: "networkidle" });
        const beyond = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        expect({ path, said, isBeyond: Number(beyond) > 0 }).toEqual({ path, said: [], isBeyond: false });
      }
      await context.close();
    },
  );

  test.each(["503", "ServiceUnavailable", "overloading"])("a code is found by %s", async (words) => {
    const page = await browser.newPage();
    await page.goto(`${site.address}/codes/`, { waitUntil: "networkidle" });
    await page.keyboard.press("Control+k");
    await page.keyboard.type(words);
    await page
      .getByText(/503|temporary/)
      .first()
      .waitFor({ timeout: 10_000 });
    await page.close();
  });
});

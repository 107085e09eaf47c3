import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { repository } from "../testProject.js";
import { findChromium, serve } from "./browser.js";
import { strangerWith } from "./packed.js";

const executablePath = findChromium();

test("the packed package answers as it promises in a browser", async ({ skip }) => {
  if (executablePath === undefined) return skip("no Chromium on PATH or at CHROME_PATH");
  const { folder } = await strangerWith("otc-status-codes");
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(repository, "test/package/programs"), folder, { recursive: true });
  const { address, close } = await serve(folder, ["apig", "functiongraph", "rfc9110"]);
  onTestFinished(close);
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  onTestFinished(() => browser.close());

  const page = await browser.newPage();
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));
  page.on("pageerror", (error) => printed.push(error.message));
  await page.goto(address);
  await page.evaluate(`import("/import.js").then(() => import("/json.js"))`);
  expect(printed).toEqual(["as expected", "as expected"]);
});

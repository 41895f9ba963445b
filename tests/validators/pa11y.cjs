/* Runs pa11y over pages in one browser: reads {pa11y, chromium, arguments, pages: [{name, url}],
 * modes: [{name, width, features}]} from standard input, writes one line per issue. */
"use strict";

const fs = require("fs");
const { createRequire } = require("module");

const job = JSON.parse(fs.readFileSync(0, "utf-8"));
const from = createRequire(job.pa11y + "/");
const pa11y = from("pa11y");
const puppeteer = from("puppeteer");
const AT_ONCE = 2;

async function judge(browser, mode, pages, found) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: mode.features });
  for (let one = pages.shift(); one; one = pages.shift()) {
    const result = await pa11y(one.url, {
      browser,
      page,
      standard: "WCAG2AA",
      runners: ["htmlcs", "axe"],
      hideElements: ".demo", // scrolls sideways; its colours are not seen there
      ignore: mode.ignore,
      timeout: 60000,
      viewport: { width: mode.width, height: 900 },
    });
    result.issues.forEach((issue) => {
      found.push([one.name, mode.name, issue.code, issue.message, issue.context].join(" | "));
    });
  }
  await page.close();
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: job.chromium, args: job.arguments });
  const found = [];
  for (const mode of job.modes) {
    const pages = job.pages.slice();
    await Promise.all(Array.from({ length: AT_ONCE }, () => judge(browser, mode, pages, found)));
  }
  await browser.close();
  process.stdout.write(JSON.stringify(found));
})().catch((error) => {
  process.stderr.write(String(error.stack || error));
  process.exit(1);
});

// Opens the page in Chromium, as served from a project in which the package is installed, under a strict content
// security policy: node browser.mjs <project> <screenshot.png>. Writes page.json and worker.json into the project.
// Anything on the console, any error and any request to another place is a failure.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [project, screenshot] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) {
  console.error(`${executablePath} is not there: apt-get install chromium, or name another one in CHROMIUM`);
  process.exit(1);
}

const types = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
};
const repository = fileURLToPath(new URL("../..", import.meta.url));
const policy =
  "default-src 'none'; script-src 'self' 'nonce-page'; style-src 'self'; worker-src 'self'; connect-src 'self'";

const server = createServer(({ url }, response) => {
  const path = normalize(new URL(url, "http://localhost").pathname);
  // Vega is no dependency of the package: it comes from here.
  const found = [join(project, path), join(repository, path)].find((candidate) => existsSync(candidate));
  const type = types[extname(path)];
  if (found === undefined || type === undefined) return response.writeHead(404).end();
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": policy,
  });
  response.end(readFileSync(found));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath,
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const problems = [];
try {
  const page = await browser.newPage({ viewport: { width: 700, height: 760 } });
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => problems.push(`error: ${error.stack}`));
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) problems.push(`asks for ${request.url()}`);
  });
  await page.goto(`${origin}/page/index.html`);
  await page.waitForSelector("body[data-done]").catch((error) => problems.push(error.message));
  await page.screenshot({ path: screenshot });
  const shown = await page.evaluate(() => ({
    nps: document.getElementById("nps").textContent,
    clv: document.getElementById("clv").textContent,
    rows: document.querySelectorAll("#cohorts tr").length,
    marks: document.querySelectorAll("#chart svg path").length,
    smoke: window.smoke,
  }));
  if (!/^-?\d+ \(/.test(shown.nps) || !/\d/.test(shown.clv) || shown.rows < 5 || shown.marks < 3)
    problems.push(`the page does not show what it should: ${JSON.stringify({ ...shown, smoke: null })}`);
  for (const [name, json] of Object.entries(shown.smoke ?? {}))
    writeFileSync(join(project, `${name}.json`), json);
  console.log(`Chromium ${browser.version()}: screenshot in ${screenshot}`);
} finally {
  await browser.close();
  server.close();
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

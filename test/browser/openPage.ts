import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Debian's; CI installs it. */
export const CHROMIUM = "/usr/bin/chromium";
export const hasChromium: boolean = existsSync(CHROMIUM);
if (!hasChromium) console.log(`${CHROMIUM} is not there, so that nothing is checked in a browser`);

/** What a drawing looks like from inside the page. */
export interface Drawing {
  readonly tags: Readonly<Record<string, number>>;
  /** Pixels by which it is wider than the element it was drawn into. */
  readonly excess: number;
  /** Pairs of labels that cover each other. */
  readonly overlapping: readonly string[];
  /** Texts that are not whole. */
  readonly cut: readonly string[];
}

/** A page in a browser that notes everything it should not do. */
export interface GuardedPage {
  readonly draw: (spec: unknown, width?: number, options?: object) => Promise<Drawing>;
  readonly hover: (most: number) => Promise<{ readonly shown: number; readonly tags: readonly string[] }>;
  /** Inserts each table, and says which differ from their plain twins or do not fit. */
  readonly insert: (
    pairs: readonly (readonly [what: string, table: string, plain: string])[],
    width?: number,
  ) => Promise<readonly string[]>;
  /** Runs code in the page. */
  readonly run: (code: string) => Promise<unknown>;
  /** Dialogs, requests, errors, and whether a payload ran, since the last time of asking. */
  readonly misdeeds: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const ORIGIN = "http://app.test";
const FILES: Readonly<Record<string, string>> = {
  "/vega.js": "node_modules/vega/build/vega.min.js",
  "/vega-lite.js": "node_modules/vega-lite/build/vega-lite.min.js",
  "/vega-embed.js": "node_modules/vega-embed/build/vega-embed.min.js",
  "/inPage.js": "test/browser/inPage.js",
};
const SCRIPTS = Object.keys(FILES).map((path) => `<script src="${path}"></script>`);
const PAGE = `<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">
<body style="margin:20px;font-family:sans-serif"><div id="place"></div>${SCRIPTS.join("")}</body>`;

/** Opens the page; a content policy can be set. */
export async function openPage(policy?: string): Promise<GuardedPage> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const noted: string[] = [];
  page.on("dialog", (dialog) => {
    noted.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => noted.push(`error: ${error.message}`));
  page.on("console", (message) => noted.push(`console: ${message.text()}`));
  page.on("popup", () => noted.push("a window was opened"));
  page.on("framenavigated", (frame) => noted.push(`navigated to ${frame.url()}`));
  await page.route("**/*", async (route) => {
    const path = route.request().url().slice(ORIGIN.length);
    const file = FILES[path];
    if (path === "/") {
      const headers = policy === undefined ? {} : { "content-security-policy": policy };
      return route.fulfill({ contentType: "text/html", body: PAGE, headers });
    }
    if (file === undefined) {
      noted.push(`request: ${route.request().url()}`);
      return route.abort();
    }
    return route.fulfill({ contentType: "text/javascript", body: readFileSync(file, "utf8") });
  });
  await page.goto(`${ORIGIN}/`);
  noted.length = 0;
  // As text of JSON, because __proto__ in a literal would not be a field.
  const call = <Result>(name: string, ...values: readonly unknown[]): Promise<Result> =>
    page.evaluate(`check.${name}(...JSON.parse(${JSON.stringify(JSON.stringify(values))}))`);
  return {
    draw: (spec, width = 600, options = {}) => call("draw", spec, width, options),
    hover: (most) => call("hover", most),
    insert: (pairs, width = 600) => call("insert", pairs, width),
    run: (code) => page.evaluate(code),
    misdeeds: async () => {
      // Pictures that are not there and timers of nothing come a moment later.
      await page.waitForTimeout(30);
      const found = await page.evaluate(
        "[globalThis.__pwned, ({}).polluted].filter((mark) => mark !== undefined)",
      );
      return [...noted.splice(0), ...(found as readonly unknown[]).map((mark) => `ran: ${String(mark)}`)];
    },
    close: () => browser.close(),
  };
}

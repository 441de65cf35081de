import { expect, test } from "vitest";
import { gallery } from "../gallery/charts.ts";
import { hasChromium, openPage } from "./openPage.ts";

test.skipIf(!hasChromium)(
  "every chart draws under a strict content policy, with the interpreter",
  async () => {
    const page = await openPage(
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:",
    );
    try {
      for (const { name, result, draw } of gallery) {
        const { tags } = await page.draw(draw(result()), 600, { ast: true });
        expect(tags.text, name).toBeGreaterThan(3);
      }
      expect(await page.misdeeds()).toEqual([]);
      // The same without the interpreter is refused by the browser.
      const [first] = gallery;
      const refused = page.draw(first?.draw(first.result()), 600, { ast: false });
      await expect(refused).rejects.toThrow(/unsafe-eval|Content Security Policy/);
    } finally {
      await page.close();
    }
  },
);

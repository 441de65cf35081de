import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { VegaLiteSpec } from "../../src/charts/index.ts";
import { THEMES } from "../../src/charts/theme.ts";

/**
 * A chart as the text of an SVG file. It has the paper of its theme below it, so that it can be read on any page.
 * Without a browser the sizes of texts are estimated, the same everywhere; coordinates are cut to what can be seen.
 */
export async function picture(spec: VegaLiteSpec, theme: "light" | "dark"): Promise<string> {
  const whole = { ...spec, width: 600, padding: 12, background: THEMES[theme].paper };
  const view = new vega.View(vega.parse(compile(whole as unknown as TopLevelSpec).spec), {
    renderer: "none",
  });
  const svg = await view.toSVG();
  view.finalize();
  // A page shows the file as one picture with a text of its own; what is said of each mark would not be heard.
  const bare = svg.replace(/ (?:aria-[\w-]+|role)="[^"]*"/g, "");
  const tags = bare.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/(?<![\w#])-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
  );
  return `${tags}\n`;
}

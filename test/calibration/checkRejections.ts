import { expect } from "vitest";
import { expectGenerated, markdownTable } from "../support/docTable.ts";
import { show } from "./coverage.ts";
import { lastSeen, nullPValues, tests } from "./coxStudies.ts";
import { rejections } from "./simulate.ts";

/** Simulates how often tests reject what is true, holds them to a limit, and compares the table on the page. */
export function checkRejections(
  marker: string,
  sizes: readonly number[],
  samples: number,
  demand: { readonly from: number; readonly most: number },
): void {
  // By n, then by censoring, then by test.
  const measured = sizes.map((n) =>
    lastSeen.map(({ rate }) => rejections(samples, (uniform) => nullPValues(n, rate, uniform))),
  );
  const rows = tests.map((test, t) => [
    test,
    ...measured.map((shares) => shares.map((share) => show(share[t] ?? Number.NaN)).join(" / ")),
  ]);
  for (const [s, shares] of measured.entries())
    for (const share of shares.flat()) {
      expect(share).toBeGreaterThan(0);
      if ((sizes[s] ?? 0) >= demand.from) expect(share, `n = ${sizes[s]}`).toBeLessThanOrEqual(demand.most);
    }
  const head = ["test", ...sizes.map((n) => `n = ${n}`)];
  expectGenerated("docs/calibration.md", marker, markdownTable(head, rows));
}

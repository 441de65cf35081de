import { expect, test } from "vitest";
import { adjustPValues } from "../../../src/index.ts";

// The fifteen p-values of Benjamini and Hochberg (1995), section 3.1, adjusted by R's p.adjust.
const pValues = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];
const published = {
  benjaminiHochberg: [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875,
    0.753231, 0.813214, 1,
  ],
  holm: [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1],
} as const;

test.each(["benjaminiHochberg", "holm"] as const)("%s", (method) => {
  const adjusted = adjustPValues(pValues, method);
  adjusted.forEach((p, i) => {
    expect(p).toBeCloseTo(published[method][i] as number, 6);
  });
  expect(adjusted.filter((p) => p < 0.05)).toHaveLength(method === "holm" ? 3 : 4);
  const backwards = adjustPValues([...pValues].reverse(), method);
  expect(backwards).toEqual([...adjusted].reverse());
});

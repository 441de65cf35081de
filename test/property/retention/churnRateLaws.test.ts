import { churnRate, retentionRate } from "../../../src/index.ts";
import { countedLaws } from "../../support/laws.ts";
import { proportionMethods } from "../../support/methods.ts";
import { between, histories, rowsOf } from "../../support/subscriptions.ts";

for (const method of proportionMethods) {
  countedLaws(
    `churnRate, ${method}`,
    histories,
    (all, level) => churnRate(rowsOf(all), { ...between([2, 8]), level, method }),
    [0, 1],
  );
}
for (const convention of ["baremetrics", "stripe", "daily"] as const) {
  // Who left before the period and is back in it may make an end infinite, at the higher level alone.
  const present = histories.map((all) => all.filter(({ end }) => end >= 48));
  countedLaws(
    `churnRate, ${convention}`,
    present,
    (all, level) => churnRate(rowsOf(all), { ...between([2, 8]), level, convention }),
    [0, 100],
    15,
  );
}
countedLaws(
  "retentionRate",
  histories,
  (all, level) => retentionRate(rowsOf(all), { ...between([2, 8]), level }),
  [0, 1],
);

import fc from "fast-check";
import {
  ces,
  cesDifference,
  csatDifference,
  csatFromCounts,
  npsDifference,
  npsFromCounts,
  responseRate,
} from "../../../src/index.ts";
import { answersOn } from "../../support/answers.ts";
import { countedLaws } from "../../support/laws.ts";
import { contrastMethods, proportionMethods } from "../../support/methods.ts";

const count = fc.oneof(fc.nat(5), fc.nat(1000), fc.nat(1_000_000_000));
const npsCounts = fc.record({ promoters: count, passives: count, detractors: count });
const csatCounts = fc.tuple(count, count).map(([a, b]) => ({ satisfied: Math.min(a, b), n: Math.max(a, b) }));

for (const method of contrastMethods) {
  countedLaws(
    `npsFromCounts, ${method}`,
    npsCounts,
    (counts, level) => npsFromCounts(counts, { level, method }),
    [-100, 100],
  );
  countedLaws(
    `npsDifference, ${method}`,
    fc.tuple(npsCounts, npsCounts),
    ([a, b], level) => npsDifference(a, b, { level, method }),
    [-200, 200],
    50,
  );
}

for (const method of proportionMethods) {
  countedLaws(
    `csatFromCounts, ${method}`,
    csatCounts,
    (counts, level) => csatFromCounts(counts, { level, method }),
    [0, 1],
  );
  countedLaws(
    `csatDifference, ${method}`,
    fc.tuple(csatCounts, csatCounts),
    ([a, b], level) => csatDifference(a, b, { level, method }),
    [-1, 1],
    25,
  );
}

countedLaws(
  "responseRate",
  csatCounts.map(({ satisfied, n }) => ({ completed: satisfied, invited: n })),
  (counts, level) => responseRate(counts, { level }),
  [0, 1],
);

const cesGroup = answersOn(1, 7).map((answers) => ces(answers));
countedLaws(
  "cesDifference",
  fc.tuple(cesGroup, cesGroup),
  ([a, b], level) => cesDifference(a, b, { level }),
  [-6, 6],
  50,
);

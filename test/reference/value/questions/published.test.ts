import { expect, test } from "vitest";
import {
  type CustomerRow,
  discountedExpectedPurchases,
  expectedPurchases,
  expectedPurchasesOfNewCustomer,
  type FittedPurchaseModel,
  probabilityAlive,
  purchaseCountDistribution,
} from "../../../../src/index.ts";

// 16 digits by mpmath at the published parameters of CDNOW [FaderHardieLee2005], [FaderHardie2005]; weeks.
const bg: FittedPurchaseModel = {
  model: "bgNbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  converged: true,
};
const pareto: FittedPurchaseModel = {
  model: "paretoNbd",
  parameters: { r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 },
  converged: true,
};
const customer = (frequency: number, recency: number, age: number): CustomerRow[] => [
  { frequency, recency, age },
];
const close = (value: number | null | undefined, expected: number, within = 1e-10): void =>
  expect(Math.abs((value ?? Number.NaN) / expected - 1)).toBeLessThan(within);

test.each([
  [1, 0.05326789117165828],
  [39, 1.196723193320817],
  [52, 1.446050595396404],
  [78, 1.860519057942769],
])("BG/NBD: a new customer in %d weeks", (horizon, expected) =>
  close(expectedPurchasesOfNewCustomer(bg, { horizon }).estimate, expected),
);

test.each([
  [2, 30.43, 38.86, 39, 1.226028174767144],
  [0, 0, 38.86, 39, 0.1950980520112626],
  [26, 30.86, 31, 52, 25.75819593648351],
  [200, 38, 40, 39, 3.294027318129615],
])("BG/NBD: expected purchases of (%d, %d, %d) in %d weeks", (x, tx, T, horizon, expected) =>
  close(expectedPurchases(bg, customer(x, tx, T), { horizon })[0]?.estimate, expected),
);

test.each([
  [bg, 2, 30.43, 38.86, 0.7265785700806729],
  [bg, 26, 30.86, 31, 0.9689156497175251],
  [pareto, 26, 30.86, 31, 0.9979177665519067],
  [pareto, 2, 30.43, 38.86, 0.869110643968137],
  [pareto, 0, 0, 38.86, 0.2949614864370422],
] as const)("%o: P(alive) of (%d, %d, %d)", (fit, x, tx, T, expected) =>
  close(probabilityAlive(fit, customer(x, tx, T))[0]?.estimate, expected),
);

test("BG/NBD: shares of new customers by their purchases", () => {
  close(purchaseCountDistribution(bg, { horizon: 39 })[0]?.estimate, 0.5737863520960094);
  close(purchaseCountDistribution(bg, { horizon: 2, most: 11 })[10]?.estimate, 1.078689640369147e-7);
  close(purchaseCountDistribution(bg, { horizon: 30, most: 21 })[20]?.estimate, 2.222260480066367e-4);
});

test("Pareto/NBD: expected purchases", () => {
  close(expectedPurchasesOfNewCustomer(pareto, { horizon: 52 }).estimate, 1.473066991901991);
  const [often] = expectedPurchases(pareto, customer(26, 30.86, 31), { horizon: 52 });
  close(often?.estimate, 25.45491351149973);
  const [twice] = expectedPurchases(pareto, customer(2, 30.43, 38.86), { horizon: 39 });
  close(twice?.estimate, 1.455092843844255);
});

test.each([
  [26, 30.86, 31, 86.03037561536],
  [1, 30, 39, 3.94550618512],
  [0, 0, 39, 0.4746715049509],
  [10, 20, 39, 2.474007941694],
])("Pareto/NBD: discounted for ever, (%d, %d, %d)", (x, tx, T, expected) => {
  const [row] = discountedExpectedPurchases(pareto, customer(x, tx, T), { discountRate: Math.expm1(0.0027) });
  // The published number has 13 digits.
  close(row?.estimate, expected);
});

test("the table of the donations: P(alive) and expected gifts in five years [FaderHardieShang2010]", () => {
  const fit: FittedPurchaseModel = {
    model: "bgBb",
    parameters: { alpha: 1.2035, beta: 0.7497, gamma: 0.6567, delta: 2.7834 },
    converged: true,
  };
  const rows = [
    { frequency: 0, recency: 0, age: 6, alive: 0.1081371, gifts: 0.0728651 },
    { frequency: 2, recency: 4, age: 6, alive: 0.5896634, gifts: 1.0576153 },
    { frequency: 4, recency: 5, age: 6, alive: 0.6968045, gifts: 2.0300431 },
    { frequency: 6, recency: 6, age: 6, alive: 0.9304351, gifts: 3.7525666 },
  ];
  for (const row of probabilityAlive(fit, rows)) close(row.estimate, row.alive, 1e-6);
  for (const row of expectedPurchases(fit, rows, { horizon: 5 })) close(row.estimate, row.gifts, 1e-6);
});

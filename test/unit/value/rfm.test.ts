import { describe, expect, test } from "vitest";
import { type RfmBoundary, type RfmOptions, rfm, type TransactionRow } from "../../../src/index.ts";

const order = (customerId: string | number, at: string, amount: number): TransactionRow => ({
  customerId,
  at,
  amount,
});

/** Five customers, alike in nothing: c0 is the best in everything, c4 the worst. */
const five = [0, 1, 2, 3, 4].flatMap((i) =>
  Array.from({ length: 5 - i }, (_, k) => order(`c${i}`, `2024-0${5 - i}-0${k + 1}`, 10)),
);

describe("five customers by hand", () => {
  const record = rfm(five, { asOf: "2024-05-05" });
  test("scores and segments", () => {
    expect(record).toMatchObject({ metric: "rfm", bins: 5, n: 5, afterAsOf: 0, refunds: 0 });
    expect(record.customers[0]).toEqual({
      customerId: "c0",
      lastAt: "2024-05-05",
      daysSinceLast: 0,
      frequency: 5,
      monetary: 50,
      recencyScore: 5,
      frequencyScore: 5,
      monetaryScore: 5,
      segment: "Champions",
    });
    const scores = record.customers.map((row) => [row.recencyScore, row.frequencyScore, row.monetaryScore]);
    expect(scores).toEqual([5, 4, 3, 2, 1].map((score) => [score, score, score]));
    expect(record.customers.map((row) => row.segment)).toEqual([
      "Champions",
      "Loyal customers",
      "Need attention",
      "Hibernating",
      "Hibernating",
    ]);
  });
  test("boundaries: the worst of each bin", () => {
    expect(record.boundaries).toEqual([
      // c4 last bought on 2024-01-01, 125 days before, once, for 10; c3 on 2024-02-02, 93 days before, and so on.
      { score: 2, daysSinceLastBelow: 125, frequencyAbove: 1, monetaryAbove: 10 },
      { score: 3, daysSinceLastBelow: 93, frequencyAbove: 2, monetaryAbove: 20 },
      { score: 4, daysSinceLastBelow: 63, frequencyAbove: 3, monetaryAbove: 30 },
      { score: 5, daysSinceLastBelow: 31, frequencyAbove: 4, monetaryAbove: 40 },
    ]);
  });
  test("segments: all ten, with their share and money", () => {
    expect(record.segments).toHaveLength(10);
    expect(record.segments[0]).toEqual({ segment: "Champions", n: 1, share: 0.2, monetary: 50 });
    expect(record.segments[9]).toEqual({ segment: "Hibernating", n: 2, share: 0.4, monetary: 30 });
    expect(record.segments[3]).toEqual({ segment: "New customers", n: 0, share: 0, monetary: 0 });
    expect(record.segments.reduce((sum, row) => sum + row.n, 0)).toBe(5);
  });
  test("its own boundaries give the same scores; new customers are scored by them", () => {
    expect(rfm(five, { asOf: "2024-05-05", boundaries: record.boundaries })).toEqual(record);
    const fresh = [order("new", "2024-05-04", 35)];
    expect(rfm(fresh, { asOf: "2024-05-05", boundaries: record.boundaries }).customers[0]).toMatchObject({
      recencyScore: 5,
      frequencyScore: 1,
      monetaryScore: 4,
      segment: "New customers",
    });
    // Alone, nobody is better than anybody.
    expect(rfm(fresh, { asOf: "2024-05-05" }).customers[0]).toMatchObject({
      recencyScore: 1,
      monetaryScore: 1,
    });
  });
  test("survives JSON", () => expect(JSON.parse(JSON.stringify(record))).toEqual(record));
});

test("ties are never split, and take the lowest of the scores that they span", () => {
  const once = [1, 2, 3, 4, 5, 6].map((i) => order(`c${i}`, `2024-01-0${i}`, 5));
  const rows = [
    ...once,
    ...["c5", "c6"].map((id) => order(id, "2024-01-09", 7)),
    order("c6", "2024-01-10", 1),
  ];
  const { customers } = rfm(rows, { asOf: "2024-01-31", bins: 3 });
  // Four bought once, one twice, one three times; a third of six is two.
  expect(customers.map((row) => row.frequencyScore)).toEqual([1, 1, 1, 1, 3, 3]);
  expect(customers.map((row) => row.recencyScore)).toEqual([1, 1, 2, 2, 3, 3]);
});

test("orders of one day are one purchase, refunds are taken off and no purchase", () => {
  const rows = [
    order("ann", "2024-01-01T09:00:00Z", 10),
    order("ann", "2024-01-01T21:00:00Z", 20),
    order("ann", "2024-01-20", -5),
    order("bob", "2024-01-20", -9),
    order("cid", "2024-02-02", 1),
  ];
  const record = rfm(rows, { asOf: "2024-02-01" });
  expect(record).toMatchObject({ n: 1, afterAsOf: 1, refunds: 2, refundsWithoutPurchase: 1 });
  expect(record.customers[0]).toMatchObject({
    lastAt: "2024-01-01",
    daysSinceLast: 31,
    frequency: 1,
    monetary: 25,
  });
});

test("no customers: empty tables, never an error", () => {
  const record = rfm([], { asOf: "2024-01-01" });
  expect(record).toMatchObject({ n: 0, customers: [], boundaries: [] });
  expect(record.segments[0]).toEqual({ segment: "Champions", n: 0, share: null, monetary: 0 });
});

test("days are those of the zone", () => {
  const rows = [order("ann", "2024-01-02T03:00:00Z", 1)];
  const last = (timeZone: string): unknown =>
    rfm(rows, { asOf: "2024-01-03", timeZone }).customers[0]?.lastAt;
  expect([last("UTC"), last("America/New_York")]).toEqual(["2024-01-02", "2024-01-01"]);
});

const boundary: RfmBoundary = { score: 2, daysSinceLastBelow: 9, frequencyAbove: 2, monetaryAbove: 5 };
test.each([
  [{ bins: 1 }, "bins must be an integer from 2 to 100, received 1"],
  [{ bins: 2.5 }, "bins must be an integer from 2 to 100"],
  [{ bins: 101 }, "bins must be an integer from 2 to 100"],
  [{ bins: 5, boundaries: [boundary] }, "bins must be 2, as boundaries have it, received 5"],
  [{ boundaries: [] }, "boundaries must have 1 to 99 rows"],
  [
    { boundaries: Array.from({ length: 100 }, (_, i) => ({ ...boundary, score: i + 2 })) },
    "boundaries must have 1 to 99 rows",
  ],
  [{ boundaries: 5 }, "boundaries must be an iterable of rows"],
  [{ boundaries: [{ ...boundary, score: 3 }] }, "boundaries[0].score must be 2, received 3"],
  [
    { boundaries: [{ ...boundary, frequencyAbove: null }] },
    "boundaries[0].frequencyAbove must be a finite number",
  ],
  [
    { boundaries: [boundary, { ...boundary, score: 3, monetaryAbove: 4 }] },
    "boundaries[1].monetaryAbove must be a finite number no less than that of the row before, received 4",
  ],
  [
    { boundaries: [boundary, { ...boundary, score: 3, daysSinceLastBelow: 10 }] },
    "boundaries[1].daysSinceLastBelow must be a finite number no more than that of the row before, received 10",
  ],
  [{ bin: 5 }, "option must be one of asOf, bins, boundaries, timeZone"],
  [{ timeZone: "Mars/Base" }, "timeZone must be an IANA zone"],
])("%j is an error", (options, message) => {
  expect(() => rfm(five, { asOf: "2024-05-05", ...options } as unknown as RfmOptions)).toThrow(
    `Cannot compute rfm: ${message}`,
  );
});

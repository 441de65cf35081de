import { expect, test } from "vitest";
import type { CustomerRow } from "../../../src/index.ts";
import { answerRows } from "../../../src/value/answerRows.ts";

const question = {
  metric: "halves",
  unit: "count",
  level: 0.9,
  method: "none",
  range: [0, Infinity],
} as const;

/** Half the frequency, from a quarter to all of it; and how many groups were asked. */
function halves<Row extends CustomerRow>(
  customers: Iterable<Row>,
): { rows: ReturnType<typeof ask>; asked: number } {
  let asked = 0;
  const ask = () =>
    answerRows(
      "compute halves",
      customers,
      question,
      ({ frequency }) => [frequency],
      ([x = 0]) => {
        asked += 1;
        return { estimate: x / 2, low: x / 4, high: x, standardError: 1 };
      },
    );
  const rows = ask();
  return { rows, asked };
}

const customer = { frequency: 2, recency: 3, age: 9 };
const answer = {
  metric: "halves",
  unit: "count",
  estimate: 1,
  low: 0.5,
  high: 2,
  standardError: 1,
  level: 0.9,
  method: "none",
  n: 1,
};

test("a row for each, in order, with its fields kept and the answer behind them", () => {
  const { rows } = halves([
    { customerId: "b", ...customer },
    { customerId: "a", ...customer, frequency: 4 },
  ]);
  expect(rows).toEqual([
    { customerId: "b", ...customer, ...answer },
    { customerId: "a", ...customer, frequency: 4, ...answer, estimate: 2, low: 1, high: 4 },
  ]);
  expect(Object.keys(rows[0] ?? {}).slice(0, 5)).toEqual([
    "customerId",
    "frequency",
    "recency",
    "age",
    "metric",
  ]);
});

test("rows alike in what the answer depends on are asked once", () => {
  const { rows, asked } = halves([customer, { ...customer, age: 10 }, { ...customer, frequency: 1 }]);
  expect([rows.length, asked]).toEqual([3, 2]);
});

test("n is how many customers the row stands for", () => {
  const { rows } = halves([customer, { ...customer, count: 3 }, { ...customer, count: 4n }]);
  expect(rows.map(({ n }) => n)).toEqual([1, 3, 4]);
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

test("no rows", () => expect(halves([]).rows).toEqual([]));

test("rows with the prototype of a class, or a field __proto__, are ordinary", () => {
  class Customer {
    readonly frequency = 2;
    get recency(): number {
      return 3;
    }
    get age(): number {
      return 9;
    }
  }
  const strange = JSON.parse('{ "__proto__": 5, "constructor": 6 }') as object;
  const { rows } = halves([new Customer(), { ...customer, ...strange }]);
  expect(rows.map(({ estimate }) => estimate)).toEqual([1, 1]);
  expect(rows[0]).toEqual({ ...customer, ...answer });
  expect(Object.entries(rows[1] ?? {})).toContainEqual(["__proto__", 5]);
  expect(Object.getPrototypeOf(rows[1])).toBe(Object.prototype);
});

test("a row with text for a prototype of nothing is a row", () => {
  const bare: CustomerRow = Object.assign(Object.create(null), customer);
  expect(halves([bare]).rows).toEqual([{ ...customer, ...answer }]);
});

test.each(["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"])(
  "a field %s, which the result would hide, is an error",
  (field) => {
    expect(() => halves([customer, { ...customer, [field]: undefined }])).toThrow(
      `Cannot compute halves: customers[1].${field} must not be there: the result has a field of that name`,
    );
  },
);

test("what is not valid has its place", () => {
  expect(() => halves([customer, { ...customer, recency: 10 }])).toThrow("customers[1].age must be");
  expect(() => halves([customer, 7 as unknown as CustomerRow])).toThrow(
    "customers[1] must be a customer row",
  );
  expect(() => halves("rows" as unknown as CustomerRow[])).toThrow("customers must be an iterable of rows");
});

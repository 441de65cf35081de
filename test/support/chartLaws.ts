import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChartOptions, VegaLiteSpec } from "../../src/charts/index.ts";
import type { Estimate } from "../../src/index.ts";
import { deepFreeze } from "./answers.ts";
import { AWKWARD_NAMES, valuesOf } from "./charts.ts";

/** Labels of groups: those that have broken charts, and whatever else can be one. */
export const ANY_LABEL: fc.Arbitrary<string | number | boolean | null> = fc.oneof(
  fc.constantFrom(...AWKWARD_NAMES),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

const NUMBER: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });
const SOMETIMES_NULL: fc.Arbitrary<number | null> = fc.option(NUMBER);

/** Estimates as metrics make them: ends in order, `null` where not determined, suppressed now and then. */
export const ANY_ESTIMATE: fc.Arbitrary<Estimate<"csat"> & { readonly suppressed: boolean }> = fc
  .record({
    ends: fc.tuple(NUMBER, NUMBER, NUMBER).map((numbers) => numbers.sort((a, b) => a - b)),
    known: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    standardError: SOMETIMES_NULL,
    n: fc.nat(1e6),
    suppressed: fc.boolean(),
  })
  .map(({ ends: [low = 0, estimate = 0, high = 0], known, standardError, n, suppressed }) => ({
    metric: "csat",
    unit: "share",
    estimate: known[0] && !suppressed ? estimate : null,
    low: known[0] && known[1] && !suppressed ? low : null,
    high: known[0] && known[2] && !suppressed ? high : null,
    standardError: suppressed ? null : standardError,
    level: 0.95,
    method: "wilson",
    n: suppressed ? (null as unknown as number) : n,
    suppressed,
  }));

/** What {@link chartLaws} may be told of a chart. */
export interface ChartLaws<Input> {
  /** Numbers of the result that the data must hold, each as it is. */
  readonly numbers?: (input: Input) => Iterable<number | null>;
  /** The result in another order of rows, where that order says nothing: the same records, in whatever order. */
  readonly reordered?: (input: Input) => Input;
  readonly numRuns?: number;
}

/** The laws that every chart obeys, whatever it is given. */
export function chartLaws<Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  draw: (input: Input, options: ChartOptions) => VegaLiteSpec,
  { numbers, reordered, numRuns = 60 }: ChartLaws<Input> = {},
): void {
  const holds = (law: (input: Input) => void): void => fc.assert(fc.property(input, law), { numRuns });

  describe(name, () => {
    test("is plain JSON without NaN, -0 or undefined", () =>
      holds((given) => {
        const spec = draw(given, {});
        expect(oddNumbersOf(spec)).toEqual([]);
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
      }));
    test("is the same every time, and leaves frozen input as it was", () =>
      holds((given) => {
        const before = structuredClone(given);
        const first = draw(given, {});
        expect(draw(deepFreeze(given), {})).toEqual(first);
        expect(given).toEqual(before);
      }));
    test("has the same data whatever the theme and the size", () =>
      holds((given) => {
        const plain = valuesOf(draw(given, {}));
        expect(valuesOf(draw(given, { theme: "dark", width: 320, height: 900 }))).toEqual(plain);
      }));
    test("keeps names to its data, its titles and its description", () =>
      holds((given) => {
        const { data: _data, description: _description, ...rest } = draw(given, {});
        const code = JSON.stringify(rest, (key, value) => (key === "title" ? null : value));
        expect(code).not.toMatch(/alert|HYPERLINK|<img|__proto__|[^\x20-\x7e–·]/);
      }));
    if (numbers !== undefined)
      test("has the numbers of the result", () =>
        holds((given) => {
          const drawn = new Set(valuesOf(draw(given, {})).flatMap((value) => Object.values(value)));
          for (const number of numbers(given)) expect(drawn).toContain(number);
        }));
    if (reordered !== undefined)
      test("has the same records in whatever order the rows come", () =>
        holds((given) => {
          const sorted = (spec: VegaLiteSpec): string[] =>
            valuesOf(spec)
              .map((value) => JSON.stringify(value))
              .sort((a, b) => (a < b ? -1 : 1));
          expect(sorted(draw(reordered(given), {}))).toEqual(sorted(draw(given, {})));
        }));
  });
}

/** Where something is that JSON cannot hold, or only as something else. */
function oddNumbersOf(value: unknown, path = "spec"): string[] {
  if (value === undefined || Object.is(value, -0)) return [path];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => oddNumbersOf(inner, `${path}.${key}`));
}

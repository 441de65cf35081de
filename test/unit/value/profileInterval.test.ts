import { expect, test } from "vitest";
import { minimise, type Objective } from "../../../src/math/minimise.ts";
import { profileInterval } from "../../../src/value/profileInterval.ts";

const Z = 1.959963984540054;

test("of a quadratic, it is Wald's: -+ z times the square root of the inverse's diagonal", () => {
  // Hessian [[2, 1], [1, 1]], inverse [[1, -1], [-1, 2]].
  const quadratic: Objective = (at, gradient) => {
    const [x, y] = [(at[0] as number) - 1, (at[1] as number) + 2];
    gradient[0] = 2 * x + y;
    gradient[1] = x + y;
    return x * x + x * y + 0.5 * y * y;
  };
  const minimum = minimise(quadratic, new Float64Array(2));
  const [x, y] = [
    profileInterval(quadratic, minimum, 0, 1, Z),
    profileInterval(quadratic, minimum, 1, 1.5, Z),
  ];
  expect(x.low).toBeCloseTo(1 - Z, 7);
  expect(x.high).toBeCloseTo(1 + Z, 7);
  expect(y.low).toBeCloseTo(-2 - Z * Math.SQRT2, 7);
  expect(y.high).toBeCloseTo(-2 + Z * Math.SQRT2, 7);
});

test("a Poisson rate: 2 (k log(k / m) - k + m) = z^2 at both ends", () => {
  const k = 3;
  const poisson: Objective = (at, gradient) => {
    const rate = Math.exp(at[0] as number);
    gradient[0] = rate - k;
    return rate - k * (at[0] as number);
  };
  const minimum = minimise(poisson, new Float64Array(1));
  const ends = profileInterval(poisson, minimum, 0, 1 / Math.sqrt(k), Z);
  for (const end of [ends.low, ends.high]) {
    const m = Math.exp(end ?? Number.NaN);
    expect(2 * (k * Math.log(k / m) - k + m)).toBeCloseTo(Z * Z, 7);
  }
});

test("an end that is not reached is null", () => {
  // 1 - e^-x^2 stays below z^2 / 2 on both sides; with x added once x is above 0, only on the left.
  const sided: Objective = (at, gradient) => {
    const x = at[0] as number;
    gradient[0] = 2 * x * Math.exp(-x * x) + (x > 0 ? 3 * x * x : 0);
    return 1 - Math.exp(-x * x) + (x > 0 ? x ** 3 : 0);
  };
  const minimum = minimise(sided, Float64Array.of(0.1));
  const { low, high } = profileInterval(sided, minimum, 0, 1, Z);
  expect(low).toBeNull();
  expect(1 - Math.exp(-((high ?? 0) ** 2)) + (high ?? 0) ** 3).toBeCloseTo((Z * Z) / 2, 7);
});

test("where the objective has no value beyond an edge, the end is before it", () => {
  // x^2 / 2 within -+1, nothing outside: the edge is the end.
  const edged: Objective = (at, gradient) => {
    const [x, y] = at as unknown as [number, number];
    gradient[0] = x;
    gradient[1] = y;
    return Math.abs(x) < 1 ? (x * x + y * y) / 2 : Infinity;
  };
  const minimum = minimise(edged, Float64Array.of(0.1, 0.1));
  const { low, high } = profileInterval(edged, minimum, 0, 1, Z);
  expect(low).toBeCloseTo(-1, 6);
  expect(high).toBeCloseTo(1, 6);
});

test("without a standard error the search ends all the same, and a quadratic takes few steps", () => {
  let calls = 0;
  const quadratic: Objective = (at, gradient) => {
    calls++;
    gradient.set(at.map((value, i) => (i + 1) * value));
    return at.reduce((sum, value, i) => sum + ((i + 1) * value * value) / 2, 0);
  };
  const minimum = minimise(quadratic, new Float64Array(4).fill(0.1));
  calls = 0;
  expect(profileInterval(quadratic, minimum, 0, 1, Z).high).toBeCloseTo(Z, 7);
  expect(calls).toBeLessThan(200);
  expect(profileInterval(quadratic, minimum, 0, 0, Z).low).toBeCloseTo(-Z, 7);
});

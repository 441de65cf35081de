import { describe, expect, test } from "vitest";
import { hessianOf } from "../../../src/math/hessianOf.ts";
import { minimise, type Objective } from "../../../src/math/minimise.ts";

const from = (...start: number[]): Float64Array => Float64Array.from(start);

/** (1 - x)^2 + 100 (y - x^2)^2, with its minimum 0 at (1, 1): Rosenbrock's valley. */
const rosenbrock: Objective = (at, gradient) => {
  const [x, y] = at as unknown as [number, number];
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

describe("a minimum is found", () => {
  test.each([
    [-1.2, 1],
    [5, -5],
    [-20, 20],
    [1, 1],
  ])("in Rosenbrock's valley from %d, %d", (x, y) => {
    const { at, value, gradient, hessian, converged } = minimise(rosenbrock, from(x, y));
    expect(converged).toBe(true);
    expect(Math.hypot((at[0] ?? 0) - 1, (at[1] ?? 0) - 1)).toBeLessThan(1e-8);
    expect(value).toBeLessThan(1e-16);
    expect(Math.hypot(...gradient)).toBeLessThan(1e-6);
    // By hand at (1, 1): 2 - 400 y + 1200 x^2, -400 x, 200; within a millionth of the largest.
    [802, -400, -400, 200].forEach((second, i) => {
      expect(Math.abs((hessian[i] ?? 0) - second)).toBeLessThan(802e-6);
    });
  });

  test("of quadratics whose axes differ by 1e12", () => {
    const quadratic: Objective = (at, gradient) => {
      const [x, y] = at as unknown as [number, number];
      gradient[0] = 1e6 * (x - 3);
      gradient[1] = 1e-6 * (y + 2);
      return 0.5 * (1e6 * (x - 3) ** 2 + 1e-6 * (y + 2) ** 2);
    };
    const { at, converged } = minimise(quadratic, from(0, 0));
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(3, 8);
    // A squared distance of 1e-8 in the metric of the Hessian is 0.1 along y.
    expect(Math.abs((at[1] ?? 0) + 2)).toBeLessThan(0.1);
  });

  test("beside a region without values", () => {
    // x - log(x - 1): none at and below 1, minimum at 2. The first step from 1.01 overshoots either way.
    for (const hole of [Number.NaN, Infinity]) {
      const barrier: Objective = (at, gradient) => {
        const x = at[0] as number;
        gradient[0] = x > 1 ? 1 - 1 / (x - 1) : Number.NaN;
        return x > 1 ? x - Math.log(x - 1) : hole;
      };
      for (const start of [1.01, 9, 29]) {
        const { at, converged } = minimise(barrier, from(start));
        expect(converged).toBe(true);
        expect(at[0]).toBeCloseTo(2, 7);
      }
    }
  });

  test("with a Hessian given from a similar problem", () => {
    const near = Float64Array.from([800, -390, -390, 210]);
    const { at, converged } = minimise(rosenbrock, from(0.9, 0.9), { hessian: near });
    expect([converged, at[0]]).toEqual([true, expect.closeTo(1, 7)]);
  });

  test("the Hessian is taken where the search ends", () => {
    // e^x - x - x^3/10: at the minimum, h'' = e^x - 0.6 x.
    const skewed: Objective = (at, gradient) => {
      const x = at[0] as number;
      gradient[0] = Math.exp(x) - 1 - 0.3 * x * x;
      return Math.exp(x) - x - 0.1 * x ** 3;
    };
    for (const start of [0.0005, 0.00009, 0.3, 2]) {
      const { hessian } = minimise(skewed, from(start));
      expect(Math.abs((hessian[0] ?? 0) - 1)).toBeLessThan(1e-6);
    }
  });
});

describe("where there is no minimum, it does not say so", () => {
  const flat: Objective = (_, gradient) => {
    gradient.fill(0);
    return 1;
  };
  const falling: Objective = (at, gradient) => {
    gradient[0] = -Math.exp(-(at[0] as number));
    return Math.exp(-(at[0] as number));
  };
  const saddle: Objective = (at, gradient) => {
    const [x, y] = at as unknown as [number, number];
    gradient[0] = 2 * x;
    gradient[1] = -2 * y;
    return x * x - y * y;
  };
  const nowhere: Objective = (_, gradient) => {
    gradient.fill(Number.NaN);
    return Number.NaN;
  };
  const linear: Objective = (at, gradient) => {
    gradient[0] = -1;
    return -(at[0] as number);
  };

  test.each<[string, Objective, Float64Array]>([
    ["a flat function", flat, from(0, 0)],
    ["a function that falls for ever", falling, from(0)],
    ["a saddle", saddle, from(1, 0.1)],
    ["a function without values", nowhere, from(0)],
    ["a straight line", linear, from(0)],
  ])("%s", (_, objective, start) => {
    const { at, converged } = minimise(objective, start, { reach: 12 });
    expect(converged).toBe(false);
    for (const value of at) expect(Math.abs(value)).toBeLessThanOrEqual(12);
  });

  test("it goes as far as it is allowed to", () =>
    expect(minimise(linear, from(0), { reach: 12 }).at[0]).toBeCloseTo(12, 9));
});

test("second derivatives by central differences: x^2 y at (3, 2) has 2 y, 2 x, 0", () => {
  const product: Objective = (at, gradient) => {
    const [x, y] = at as unknown as [number, number];
    gradient[0] = 2 * x * y;
    gradient[1] = x * x;
    return x * x * y;
  };
  const start = from(3, 2);
  [4, 6, 6, 0].forEach((second, i) => {
    expect(hessianOf(product, start)[i]).toBeCloseTo(second, 8);
  });
  expect([...start]).toEqual([3, 2]);
});

test("a saddle is no minimum, even for a search that starts on it", () => {
  const saddle: Objective = (at, gradient) => {
    const [x, y] = at as unknown as [number, number];
    gradient[0] = 2 * x;
    gradient[1] = -2 * y;
    return x * x - y * y;
  };
  expect(minimise(saddle, new Float64Array(2)).converged).toBe(false);
});

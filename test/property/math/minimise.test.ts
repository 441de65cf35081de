import fc from "fast-check";
import { expect, test } from "vitest";
import { minimise, type Objective } from "../../../src/math/minimise.ts";

const coordinate = fc.double({ min: -8, max: 8, noNaN: true });
const triple = fc.tuple(coordinate, coordinate, coordinate);

test("log-sum-exp functions, which are convex: the gradient is 0 where the search ends, from anywhere", () => {
  const centre = fc.tuple(triple, triple, fc.double({ min: 0.2, max: 5, noNaN: true }));
  fc.assert(
    fc.property(centre, ([middle, start, steep]) => {
      const convex: Objective = (at, gradient) => {
        let sum = 0;
        at.forEach((own, i) => {
          const x = steep * (own - (middle[i] as number));
          sum += Math.log(2 * Math.cosh(x)) + 0.01 * x * x;
          gradient[i] = steep * (Math.tanh(x) + 0.02 * x);
        });
        return sum;
      };
      const { at, converged } = minimise(convex, Float64Array.from(start));
      expect(converged).toBe(true);
      at.forEach((own, i) => {
        expect(Math.abs(own - (middle[i] as number))).toBeLessThan(1e-6);
      });
    }),
    { numRuns: 60 },
  );
});

test("the scale of the value changes nothing but the value", () => {
  fc.assert(
    fc.property(triple, fc.integer({ min: -6, max: 6 }), (middle, power) => {
      const scale = 10 ** power;
      const quadratic: Objective = (at, gradient) => {
        let sum = 0;
        at.forEach((own, i) => {
          const x = own - (middle[i] as number);
          gradient[i] = scale * (x * (i + 1) + 4 * x ** 3);
          sum += scale * (0.5 * x * x * (i + 1) + x ** 4);
        });
        return sum;
      };
      const { at, converged } = minimise(quadratic, new Float64Array(3));
      expect(converged).toBe(true);
      // A squared distance of 1e-8 in the metric of the Hessian, at most.
      at.forEach((own, i) => {
        expect(scale * (own - (middle[i] as number)) ** 2).toBeLessThan(1e-6);
      });
    }),
    { numRuns: 60 },
  );
});

import { betaQuantile } from "../../../src/math/beta.ts";
import { chiSquareQuantile } from "../../../src/math/chiSquare.ts";
import { digamma } from "../../../src/math/digamma.ts";
import { gammaQuantile } from "../../../src/math/gamma.ts";
import { digammaDifference, logGammaRatio } from "../../../src/math/gammaRatio.ts";
import { incompleteBeta } from "../../../src/math/incompleteBeta.ts";
import { lowerGamma, upperGamma } from "../../../src/math/incompleteGamma.ts";
import { logGamma } from "../../../src/math/logGamma.ts";
import { normalCdf, normalQuantile } from "../../../src/math/normal.ts";
import { stirlingError } from "../../../src/math/stirlingError.ts";
import { tCdf, tQuantile } from "../../../src/math/studentT.ts";
import { largestRelativeError, readFixture } from "./fixtures.ts";
import type { Measurement } from "./numericsTable.ts";

type Numeric = (...args: readonly number[]) => number;

/** Every function that has a fixture of its name. */
const functions: Readonly<Record<string, Numeric>> = {
  normalCdf: (z = NaN) => normalCdf(z),
  normalQuantile: (p = NaN) => normalQuantile(p),
  logGamma: (x = NaN) => logGamma(x),
  stirlingError: (n = NaN) => stirlingError(n),
  digamma: (x = NaN) => digamma(x),
  logGammaRatio: (a = NaN, d = NaN) => logGammaRatio(a, d),
  digammaDifference: (a = NaN, d = NaN) => digammaDifference(a, d),
  incompleteBeta: (x = NaN, a = NaN, b = NaN) => incompleteBeta(x, a, b),
  betaQuantile: (p = NaN, a = NaN, b = NaN) => betaQuantile(p, a, b),
  lowerGamma: (a = NaN, x = NaN) => lowerGamma(a, x),
  upperGamma: (a = NaN, x = NaN) => upperGamma(a, x),
  gammaQuantile: (p = NaN, shape = NaN) => gammaQuantile(p, shape),
  chiSquareQuantile: (p = NaN, df = NaN) => chiSquareQuantile(p, df),
  tCdf: (t = NaN, df = NaN) => tCdf(t, df),
  tQuantile: (p = NaN, df = NaN) => tQuantile(p, df),
};

/** Our functions against the fixtures, in both sets. */
export function measure(): Measurement[] {
  return Object.entries(functions).map(([name, compute]) => {
    const fixture = readFixture(name);
    return {
      name,
      arguments: fixture.arguments,
      ordinary: { points: fixture.ordinary.length, error: largestRelativeError(compute, fixture.ordinary) },
      extreme: { points: fixture.extreme.length, error: largestRelativeError(compute, fixture.extreme) },
    };
  });
}

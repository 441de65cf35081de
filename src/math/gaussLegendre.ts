/** A quadrature rule on [-1, 1]: the sum of weights[i] f(nodes[i]) is close to the integral of f. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules: QuadratureRule[] = [];

/**
 * The Gauss-Legendre rule of this many points, exact for polynomials up to degree 2 points - 1. Computed when it is
 * first asked for, and kept.
 *
 * The nodes are the zeros of the Legendre polynomial P_n, found by Newton's method from cos(pi (i - 1/4) / (n + 1/2));
 * the weights are 2 / ((1 - x^2) P_n'(x)^2): formula 25.4.29 of [AbramowitzStegun1964].
 */
export function gaussLegendre(points: number = 32): QuadratureRule {
  const known = rules[points];
  if (known !== undefined) return known;
  const rule = makeRule(points);
  rules[points] = rule;
  return rule;
}

function makeRule(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n / 2; i++) {
    const middle = 2 * i + 1 === n;
    let x = middle ? 0 : Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    // Newton's method doubles the digits of a guess that has three: four steps are one more than enough.
    for (let step = 0; step < 5; step++) {
      let value = 1;
      let previous = 0;
      for (let k = 1; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
        previous = value;
        value = next;
      }
      slope = (n * (previous - x * value)) / ((1 - x) * (1 + x));
      if (!middle) x -= value / slope;
    }
    const weight = 2 / ((1 - x) * (1 + x) * slope * slope);
    nodes[i] = -x + 0;
    nodes[n - 1 - i] = x;
    weights[i] = weight;
    weights[n - 1 - i] = weight;
  }
  return { nodes, weights };
}

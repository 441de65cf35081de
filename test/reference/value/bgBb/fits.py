"""BG/BB fits of simulated customers by scipy, for test/reference/value/bgBb/fits.test.ts.

    /usr/bin/python3 test/reference/value/bgBb/fits.py > test/reference/value/bgBb/fixtures/fits.json

The published likelihood, a sum of beta functions, minimised by Nelder and Mead's method and then by Newton steps with
derivatives from 40-digit differences (mpmath), which also give the standard errors.
"""
import json
import sys
from collections import Counter

import mpmath
import numpy as np
import scipy
from mpmath import mp, mpf
from scipy.optimize import minimize
from scipy.special import betaln, logsumexp

mp.dps = 40


def simulated(seed, size, a, b, c, d, ages):
    random = np.random.default_rng(seed)
    rows = Counter()
    for _ in range(size):
        buys, leaves, n = random.beta(a, b), random.beta(c, d), int(random.choice(ages))
        x = tx = 0
        for i in range(1, n + 1):
            if random.random() < leaves:
                break
            if random.random() < buys:
                x, tx = x + 1, i
        rows[(x, tx, n)] += 1
    return [[*row, count] for row, count in sorted(rows.items())]


def value(log, rows):
    a, b, c, d = np.exp(log)
    total = 0
    for x, tx, n, count in rows:
        i = np.arange(n - tx)
        terms = np.append(betaln(a + x, b + tx - x + i) + betaln(c + 1, d + tx + i), betaln(a + x, b + n - x) + betaln(c, d + n))
        total -= count * (logsumexp(terms) - betaln(a, b) - betaln(c, d))
    return total


def exact(log, rows):
    a, b, c, d = map(mp.exp, log)
    base = mp.beta(a, b) * mp.beta(c, d)
    total = mpf(0)
    for x, tx, n, count in rows:
        L = mp.beta(a + x, b + n - x) * mp.beta(c, d + n)
        for i in range(n - tx):
            L += mp.beta(a + x, b + tx - x + i) * mp.beta(c + 1, d + tx + i)
        total -= count * mp.log(L / base)
    return total


def derivatives(at, rows):
    """Gradient and Hessian by central differences of 1e-10, exact to 1e-18."""
    h = mpf("1e-10")
    size = len(at)

    def moved(*steps):
        there = list(at)
        for i, step in steps:
            there[i] += step * h
        return exact(there, rows)

    gradient, hessian, middle = mp.matrix(size, 1), mp.matrix(size, size), exact(at, rows)
    for i in range(size):
        above, below = moved((i, 1)), moved((i, -1))
        gradient[i] = (above - below) / (2 * h)
        hessian[i, i] = (above - 2 * middle + below) / h**2
    for i in range(size):
        for j in range(i):
            corners = moved((i, 1), (j, 1)) - moved((i, 1), (j, -1)) - moved((i, -1), (j, 1)) + moved((i, -1), (j, -1))
            hessian[i, j] = hessian[j, i] = corners / (4 * h**2)
    return gradient, hessian


fits = []
for seed, size, theta, ages in [
    (21, 4000, (0.8, 1.6, 0.5, 3.0), [6]), (22, 5000, (2.5, 1.2, 0.9, 8.0), [2, 4, 7, 10]),
]:
    rows = simulated(seed, size, *theta, ages)
    near = minimize(value, np.log([1, 1, 1, 2]), args=(rows,), method="Nelder-Mead",
                    options={"maxiter": 4000, "maxfev": 4000, "xatol": 1e-7, "fatol": 1e-9})
    at = [mpf(v) for v in near.x]
    for _ in range(3):
        gradient, hessian = derivatives(at, rows)
        step = mp.lu_solve(hessian, gradient)
        at = [v - s for v, s in zip(at, step)]
    gradient, hessian = derivatives(at, rows)
    inverse = hessian**-1
    found = [mp.exp(v) for v in at]
    fits.append({
        "seed": seed, "rows": rows, "parameters": [float(v) for v in found],
        "standardErrors": [float(found[i] * mp.sqrt(inverse[i, i])) for i in range(4)],
        "covariance": [[float(found[i] * found[j] * inverse[i, j]) for j in range(4)] for i in range(4)],
        "logLikelihood": float(-exact(at, rows)), "gradient": [float(v) for v in gradient],
    })
versions = f"numpy {np.__version__}, scipy {scipy.__version__}, mpmath {mpmath.__version__}"
print(json.dumps({"madeBy": f"fits.py, Python {sys.version.split()[0]}, {versions}", "fits": fits}))

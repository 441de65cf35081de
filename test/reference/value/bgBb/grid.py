"""The formulas of BG/BB with 60 digits, for test/reference/value/bgBb/grid.test.ts.

    /usr/bin/python3 test/reference/value/bgBb/grid.py > test/reference/value/bgBb/fixtures/grid.json

The published formulas (Fader, Hardie & Shang 2010): sums of beta functions, the gamma ratios of the expectations with
their 0/0 at gamma = 1 replaced by the limit, 2F1 for the infinite horizon.
"""
import json
import sys

import mpmath
from mpmath import digamma, hyp2f1, loggamma, mp, mpf

mp.dps = 60


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def parts(theta, x, tx, n):
    """The likelihood: the customer still there after n, and all together."""
    a, b, c, d = theta
    base = log_beta(a, b) + log_beta(c, d)
    alive = mp.exp(log_beta(a + x, b + n - x) + log_beta(c, d + n) - base)
    gone = sum((mp.exp(log_beta(a + x, b + tx - x + i) + log_beta(c + 1, d + tx + i) - base) for i in range(n - tx)), mpf(0))
    return alive, alive + gone


def survivors(stays, c, horizon):
    """sum for k = 1 … horizon of (stays + 1)_(k-1) / (c + stays + 1)_(k-1)."""
    if horizon <= 300:
        total, term = mpf(0), mpf(1)
        for k in range(horizon):
            total += term
            term *= (stays + 1 + k) / (c + stays + 1 + k)
        return total
    if c == 1:
        return (stays + 1) * (digamma(stays + 1 + horizon) - digamma(stays + 1))
    log = loggamma(stays + 1 + horizon) - loggamma(stays + 1) - loggamma(c + stays + horizon) + loggamma(c + stays)
    return (c + stays) / (c - 1) * (1 - mp.exp(log))


def discounted(stays, c, rate, horizon):
    z = 1 / (1 + rate)
    if horizon is None:  # Up to sizes for which mpmath's series ends.
        return z * hyp2f1(1, stays + 1, c + stays + 1, z)
    total, term = mpf(0), z
    for k in range(horizon):
        total += term
        term *= z * (stays + 1 + k) / (c + stays + 1 + k)
    return total


def count(theta, n, k):
    """P(k purchases by opportunity n)."""
    a, b, c, d = theta
    base = log_beta(a, b) + log_beta(c, d)
    total = mp.binomial(n, k) * mp.exp(log_beta(a + k, b + n - k) + log_beta(c, d + n) - base)
    for i in range(k, n):
        total += mp.binomial(i, k) * mp.exp(log_beta(a + k, b + i - k) + log_beta(c + 1, d + i) - base)
    return total


def number(value):
    return float(value)


customers, sums, counts = [], [], []
models = [
    (1.2035, 0.7497, 0.6567, 2.7834), (0.01, 3, 1e-4, 40), (30, 0.02, 0.9999999999, 5), (2, 5, 1, 0.01),
    (1e-4, 1e4, 1.000000001, 30), (1e4, 1e-4, 3, 1e4), (1e6, 3e6, 1e4, 1e6), (0.5, 0.5, 250, 1e-2), (5, 5, 5, 5e8),
    (1e8, 1, 0.4, 2), (1, 1e8, 2.5, 7),
]
pasts = [(0, 0, 0), (0, 0, 6), (1, 1, 6), (3, 5, 6), (6, 6, 6), (0, 0, 400), (40, 300, 400), (400, 400, 400)]
for model in models:
    theta = [mpf(value) for value in model]
    a, b, c, d = theta
    for i, (x, tx, n) in enumerate(pasts):
        alive, L = parts(theta, x, tx, n)
        there = alive * (d + n) / (c + d + n) / L
        horizon = [1, 5, 52, 5000, 100000][i % 5]
        rate = [0.1, 1e-3, 1e-6, 1e-9][i % 4]
        each = there * (a + x) / (a + b + n)
        customers.append({
            "theta": model, "x": x, "tx": tx, "n": n, "horizon": horizon, "rate": rate,
            "logLikelihood": number(mp.log(L)), "alive": number(there),
            "expected": number(each * survivors(d + n, c, horizon)),
            "discounted": number(each * discounted(d + n, c, mpf(rate), min(horizon, 300))),
            "residual": number(each * discounted(d + n, c, mpf(rate), None)) if c < 100 and d < 1e6 else None,
            "ofNew": number(a / (a + b) * d / (c + d) * survivors(d, c, horizon)),
        })
    for n, ks in [(0, [0]), (6, [0, 1, 3, 6]), (1500, [0, 1, 700, 1500])]:
        for k in ks:
            value = count(theta, n, k)
            if value > mpf("1e-300"):
                counts.append({"theta": model, "n": n, "k": k, "probability": number(value)})
made_by = f"grid.py, Python {sys.version.split()[0]}, mpmath {mpmath.__version__}"
print("{\"madeBy\": " + json.dumps(made_by) + ",\n\"customers\": [\n" + ",\n".join(map(json.dumps, customers))
      + "\n],\n\"counts\": [\n" + ",\n".join(map(json.dumps, counts)) + "\n]}")

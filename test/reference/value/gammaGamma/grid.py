"""The Gamma-Gamma likelihood and expected spend with 40 digits, for test/reference/value/gammaGamma/grid.test.ts.

    /usr/bin/python3 test/reference/value/gammaGamma/grid.py > test/reference/value/gammaGamma/fixtures/grid.json

The formulas are the published ones, term by term, with as many digits as their cancellation takes.
"""
import json
import sys

import mpmath
from mpmath import loggamma, mp, mpf

mp.dps = 60


def log_likelihood(p, q, v, x, m):
    p, q, v, x, m = map(mpf, (p, q, v, x, m))
    return (loggamma(p * x + q) - loggamma(p * x) - loggamma(q) + q * mp.log(v) + (p * x - 1) * mp.log(m)
            + p * x * mp.log(x) - (p * x + q) * mp.log(v + x * m))


def spend(p, q, v, x, m):
    p, q, v, x, m = map(mpf, (p, q, v, x, m))
    return p * (v + x * m) / (p * x + q - 1)


cases = []
for p, q, v in [
    (6.25, 3.74, 15.44), (0.02, 1.3, 900), (1e-4, 2.5, 1e3), (40, 0.3, 2.5), (1e3, 2e3, 50), (1e6, 3e6, 90),
    (1e8, 1e8, 30), (5e7, 3, 1e-6), (3, 5e7, 1e9), (2, 1.5, 1e-8), (2, 1.5, 1e8),
]:
    for x, m in [(1, 11.77), (2, 30), (7, 73.74), (60, 1e-3), (5000, 31.5), (3, 1e9)]:
        cases.append({
            "p": p, "q": q, "v": v, "x": x, "m": m, "logLikelihood": float(log_likelihood(p, q, v, x, m)),
            "spend": float(spend(p, q, v, x, m)) if mpf(p) * x + mpf(q) > 1 else None,
        })
# The mean that the parameters make most likely, where the terms of the likelihood cancel most.
for p, q, v in [(1e4, 3e4, 700), (1e6, 3e6, 90), (1e8, 1e8, 30), (1e10, 2e10, 3)]:
    for x in [1, 12, 900]:
        m = p * v / q
        cases.append({"p": p, "q": q, "v": v, "x": x, "m": m, "logLikelihood": float(log_likelihood(p, q, v, x, m)),
                      "spend": float(spend(p, q, v, x, m))})
made_by = f"grid.py, Python {sys.version.split()[0]}, mpmath {mpmath.__version__}"
print("{\"madeBy\": " + json.dumps(made_by) + ", \"cases\": [\n"
      + ",\n".join(json.dumps(case) for case in cases) + "\n]}")

"""A curve of 100,000 times with 50 digits, for test/reference/survival/accuracy.test.ts.

    /usr/bin/python3 test/reference/survival/accuracy.py > test/reference/survival/fixtures/accuracy.json

The lifetimes are made by a linear congruential generator that fits doubles, so that the test can make them, too: row i
has the duration i + 1 + 1/2 and is censored when the generator's number is below a quarter of its modulus.
"""
import json
import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 50
SIZE, FACTOR, MODULUS = 100_000, 16_807, 2**31 - 1


def limits(S, variance):
    z = mp.sqrt(2) * mp.erfinv(mpf("0.95"))
    log = mp.log(S)
    power = mp.exp(z * mp.sqrt(variance) / -log)
    return float(mp.exp(log * power)), float(mp.exp(log / power))


state, S, variance, hazard, area, rows = 1, mpf(1), mpf(0), mpf(0), mpf(0), []
last = mpf(0)
for i in range(SIZE):
    state = state * FACTOR % MODULUS
    at_risk, time = SIZE - i, i + mpf(3) / 2
    area += S * (time - last)
    last = time
    if 4 * state >= MODULUS and at_risk > 1:
        S *= mpf(at_risk - 1) / at_risk
        variance += mpf(1) / (at_risk * (at_risk - 1))
        hazard += mpf(1) / at_risk
    if i in (4, 99, 999, 9_999, 49_999, 89_999, 99_899, 99_997):
        low, high = limits(S, variance)
        rows.append({
            "index": i, "survival": float(S), "standardError": float(S * mp.sqrt(variance)), "low": low, "high": high,
            "cumulativeHazard": float(hazard), "area": float(area),
        })
made_by = f"accuracy.py, Python {sys.version.split()[0]}, mpmath {mpmath.__version__}"
print(json.dumps({"madeBy": made_by, "size": SIZE, "factor": FACTOR, "modulus": MODULUS, "rows": rows}, indent=1))

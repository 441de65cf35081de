"""Exact moments of doubles, by rational arithmetic: NIST's NumAcc sets (StRD, univariate summary statistics) and
counted sets with cancellation. The standard deviation is the exact one of the doubles, rounded once."""

import json
import os
import random
from fractions import Fraction

from mpmath import mp, mpf

mp.dps = 60
random.seed(20260106)


def alternating(base, low, high):
    return [base] + [low, high] * 500


sets = {
    "NumAcc1": ([10000001.0, 10000003.0, 10000002.0], None),
    "NumAcc2": (alternating(1.2, 1.1, 1.3), None),
    "NumAcc3": (alternating(1000000.2, 1000000.1, 1000000.3), None),
    "NumAcc4": (alternating(10000000.2, 10000000.1, 10000000.3), None),
    "scores, counted": ([float(i) for i in range(11)], [3, 1, 0, 2, 5, 11, 8, 23, 41, 37, 29]),
    "huge counts": ([-0.1, 0.3, 7.7], [9007199254740, 3002399751580, 12345678901]),
    "large offset, counted": ([1e9 + k / 7 for k in range(20)], [random.randint(1, 10**6) for _ in range(20)]),
    "mixed signs": ([random.gauss(0, 1) * 10 ** random.uniform(-8, 8) for _ in range(200)], None),
    "mean far below the values": ([1e16, 1.0, -1e16, 3.0], None),
    "neighbouring doubles": ([1.0, 1 + 2.0**-52, 1 + 2.0**-51, 1.0], [1, 2, 3, 4]),
    "near the largest double": ([1e308, 1e308, -1e308], None),
    "tiny": ([1e-150, 3e-150, 4e-150], [1, 2, 1]),
}


def exact(value):
    """The nearest double; rounding a Fraction is exact in Python. Beyond the range, null."""
    try:
        return float(value)
    except OverflowError:
        return None


rows = []
for name, (values, counts) in sets.items():
    weights = [1] * len(values) if counts is None else counts
    n = sum(weights)
    mean = sum(Fraction(v) * w for v, w in zip(values, weights)) / n
    squares = sum((Fraction(v) - mean) ** 2 * w for v, w in zip(values, weights))
    cubes = sum((Fraction(v) - mean) ** 3 * w for v, w in zip(values, weights))
    absolute = sum(abs(Fraction(v) - mean) ** 3 * w for v, w in zip(values, weights))
    variance = squares / (n - 1)
    sd = mp.sqrt(mpf(variance.numerator) / mpf(variance.denominator))
    rows.append(
        {
            "name": name, "values": values, "counts": counts, "n": n, "mean": exact(mean),
            "sumOfSquares": exact(squares), "sumOfCubes": exact(cubes), "sumOfAbsoluteCubes": exact(absolute),
            "standardDeviation": float(sd),
        }
    )

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures")
with open(os.path.join(folder, "moments.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")

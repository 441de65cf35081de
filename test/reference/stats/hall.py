"""Hall's interval for the mean of skewed values, by its definition: the means at which the transformed statistic equals
the quantiles of Student's t, found by halving in 50 digits.

    python3 test/reference/stats/hall.py > test/reference/stats/fixtures/hall.json
"""

import json
import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 50


def student(probability, df):
    """The quantile of Student's t below 1/2, by halving its distribution function."""
    def below(t):
        return mpmath.betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    low, high = mpf(-10) ** 9, mpf(0)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < probability else (low, middle)
    return low


def transformed(mu, mean, error, skewness, n):
    w = (mean - mu) / error / mpmath.sqrt(n)
    cubic = w + skewness * w**2 / 3 + skewness**2 * w**3 / 27
    return mpmath.sqrt(n) * cubic + skewness / (6 * mpmath.sqrt(n))


def solve(target, mean, error, skewness, n):
    """The mean mu at which the statistic, which falls as mu grows, equals the target."""
    low, high = mean - error * mpf(10) ** 12, mean + error * mpf(10) ** 12
    for _ in range(300):
        middle = (low + high) / 2
        above = transformed(middle, mean, error, skewness, n) > target
        low, high = (middle, high) if above else (low, middle)
    return low


def case(values, level):
    n = len(values)
    mean = mpmath.fsum(values) / n
    m2 = mpmath.fsum((v - mean) ** 2 for v in values) / n
    m3 = mpmath.fsum((v - mean) ** 3 for v in values) / n
    error = mpmath.sqrt(m2 * n / (n - 1) / n)
    skewness = m3 / m2 ** mpf(1.5)
    t = -student((1 - mpf(str(level))) / 2, n - 1)
    low, high = (solve(q, mean, error, skewness, n) for q in (t, -t))
    return {"values": [float(v) for v in values], "level": level, "mean": float(mean), "low": float(low), "high": float(high)}


samples = [
    [1, 2],
    [1, 2, 4],
    [0, 0, 0, 0, 0, 0, 0, 25],
    [-3, 5, 5, 5, 6, 7],
    [12, 15, 18, 19, 22, 24, 35, 90, 210, 14, 16, 11],
    [1000001, 1000002, 1000004, 1000001, 1000009],
    [3, 1, 2, 4, 5, 2, 3, 4, 1, 5],
    [-2, -1, 0, 1, 2],
]
cases = [case([mpf(v) for v in values], level) for values in samples for level in (0.5, 0.95, 0.999)]
print(json.dumps({"madeBy": f"hall.py, Python {sys.version.split()[0]}, mpmath {mpmath.__version__}", "cases": cases}, indent=1))

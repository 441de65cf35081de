"""Exact bootstrap distributions, for test/reference/stats/bootstrap.test.ts.

The mean of a resample of n answers has a distribution that can be computed exactly: the n-fold convolution of the
answers' own distribution. From it come the exact BCa ends (Efron 1987; ties count half in the bias correction) and the
range in which the end of a run with 9,999 resamples must lie: five standard deviations of the Monte-Carlo error of the
share below the end, that of the bias correction included.

    python3 test/reference/stats/bootstrap.py > test/reference/stats/fixtures/bootstrap.json
"""

import json
import numpy
from scipy.stats import norm

RESAMPLES = 9999
CASES = [(1, [1, 2, 3, 10, 14]), (1, [0, 0, 0, 1, 29]), (1, [0, 0, 0, 5, 5]), (1, [3, 1, 4, 1, 5, 9, 2]),
         (1, [40, 3, 0, 0, 0, 0, 1]), (-2, [1, 1, 1, 1, 1]), (1, [100, 200, 300, 400, 500]), (0, [900, 50, 30, 15, 5])]


def sum_distribution(counts):
    p = numpy.array(counts, dtype=float) / sum(counts)
    out, power, n = numpy.array([1.0]), p, sum(counts)
    while n:
        if n & 1:
            out = numpy.convolve(out, power)
        power = numpy.convolve(power, power)
        n >>= 1
    return out


def ends(low_point, counts, level):
    n = sum(counts)
    pmf = sum_distribution(counts)
    cdf = numpy.cumsum(pmf)
    observed = sum(i * c for i, c in enumerate(counts))
    z0 = norm.ppf(cdf[observed] - pmf[observed] / 2)
    x = numpy.arange(len(counts)) - observed / n
    c = numpy.array(counts, dtype=float)
    a = (c * x**3).sum() / (6 * (c * x**2).sum() ** 1.5)
    z0_error = numpy.sqrt(0.25 / RESAMPLES) / norm.pdf(z0)
    result = []
    for z in (norm.ppf((1 - level) / 2), norm.ppf((1 + level) / 2)):
        adjusted = z0 + (z0 + z) / (1 - a * (z0 + z))
        share = norm.cdf(adjusted)
        error = numpy.hypot(numpy.sqrt(share * (1 - share) / RESAMPLES), 2 * norm.pdf(adjusted) * z0_error)
        for p in (share - 5 * error, share + 5 * error):
            s = int(numpy.searchsorted(cdf, min(max(p, 1e-300), 1 - 1e-12)))
            result.append(low_point + s / n)
    return result


rows = []
for low_point, counts in CASES:
    for level in (0.8, 0.95, 0.99):
        a, b, c, d = ends(low_point, counts, level)
        rows.append({"min": low_point, "counts": counts, "level": level, "low": [a, b], "high": [c, d]})
print('{\n  "madeBy": "bootstrap.py, scipy %s",\n  "cases": [\n    %s\n  ]\n}' % (
    __import__("scipy").__version__, ",\n    ".join(json.dumps(r) for r in rows)))
